package ballast.publicapi;

import ballast.publicapi.json.Given;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters of one request, from its query and its body together: each of a known name, each once.
final class Parameters {
    private final List<String> names;
    private final @Nullable String[] values;

    Parameters(List<String> names) {
        this.names = names;
        values = new String[names.size()];
    }

    /// Takes in what a query or a form says.
    ///
    /// @throws HttpRefusedException 400 unless it is `name=value`, joined by `&`
    Parameters read(String form) {
        int start = 0;
        while (start < form.length()) {
            int ampersand = form.indexOf('&', start);
            int end = ampersand < 0 ? form.length() : ampersand;
            readOne(form, start, end);
            start = end + 1;
            if (start == form.length()) {
                throw HttpRefusedException.badRequest("nothing follows the last '&'");
            }
        }
        return this;
    }

    /// @throws HttpRefusedException 400 if it was not given
    String required(String name) {
        var value = values[names.indexOf(name)];
        if (value == null) {
            throw HttpRefusedException.badRequest("missing parameter '%s'".formatted(name));
        }
        return value;
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values[names.indexOf(name)]);
    }

    /// A parameter with its name, for questions that name what is wrong.
    Optional<Given> given(String name) {
        return optional(name).map(text -> Given.parameter(name, text));
    }

    private void readOne(String form, int start, int end) {
        int equals = form.indexOf('=', start);
        boolean assigned = equals >= 0 && equals < end;
        var name = FormText.decode(form, start, assigned ? equals : end);
        int place = names.indexOf(name);
        if (place < 0) {
            throw HttpRefusedException.badRequest(
                    "unknown parameter '%s' (known: %s)".formatted(Printable.of(name), String.join(", ", names)));
        }
        if (values[place] != null) {
            throw HttpRefusedException.badRequest("parameter '%s' is given more than once".formatted(name));
        }
        var value = assigned ? FormText.decode(form, equals + 1, end) : "";
        if (value.isEmpty()) {
            throw HttpRefusedException.badRequest("parameter '%s' is empty".formatted(name));
        }
        values[place] = value;
    }
}
