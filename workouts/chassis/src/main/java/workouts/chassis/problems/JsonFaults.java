package workouts.chassis.problems;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a body, said by the names of its fields and never by its content.
final class JsonFaults {
    private static final int NAME_CHARACTERS_MAX = 100;

    private JsonFaults() {}

    static boolean isTooLarge(HttpMessageNotReadableException e) {
        return e.getCause() instanceof StreamConstraintsException constraint
                && String.valueOf(constraint.getOriginalMessage()).startsWith("Document length");
    }

    static String told(HttpMessageNotReadableException e) {
        // the causes are an open list, so this has a default
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> "unknown field: " + path(unknown);
            case DatabindException fault
            when !fault.getPath().isEmpty() -> "the field is missing or cannot be read: " + path(fault);
            case JacksonException _ -> "the body is not the JSON that is expected";
            case null, default -> "the body is missing or cannot be read";
        };
    }

    /// As in `hours[2]` or `attendee.name`.
    private static String path(DatabindException fault) {
        var path = fault.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        var named = path.startsWith(".") ? path.substring(1) : path;
        return named.length() <= NAME_CHARACTERS_MAX ? named : named.substring(0, NAME_CHARACTERS_MAX) + "…";
    }
}
