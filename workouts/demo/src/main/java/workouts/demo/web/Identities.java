package workouts.demo.web;

import java.util.List;
import java.util.stream.Collectors;

/// Tells the page whom one can sign in as.
final class Identities {
    private Identities() {}

    /// @param people nobody: there is no way to sign in
    static String json(List<Identity> people) {
        return people.stream()
                .map(one -> "{\"userUuid\":%s,\"name\":%s,\"email\":%s,\"role\":%s}"
                        .formatted(
                                quoted(one.uuid().toString()),
                                quoted(one.name()),
                                quoted(one.email()),
                                quoted(one.role())))
                .collect(Collectors.joining(",", "{\"identities\":[", "]}"));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append("\\u%04x".formatted((int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
