/// The house rules as tests: who may use whom, what the core may not touch, what files may look like, and that the
/// documents name tests that exist.
@NullMarked
package ballast.architecture;

import org.jspecify.annotations.NullMarked;
