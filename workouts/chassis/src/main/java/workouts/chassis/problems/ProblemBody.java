package workouts.chassis.problems;

/// What every refusal looks like in JSON.
public record ProblemBody(String slug, String message) {
    /// Written out where no mapper is at hand.
    public String json() {
        return "{\"slug\":\"" + slug + "\",\"message\":\"" + escaped(message) + "\"}";
    }

    private static String escaped(String text) {
        var json = new StringBuilder();
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                json.append('\\').append((char) character);
            } else if (character < 0x20) {
                json.append("\\u%04x".formatted(character));
            } else {
                json.append((char) character);
            }
        });
        return json.toString();
    }
}
