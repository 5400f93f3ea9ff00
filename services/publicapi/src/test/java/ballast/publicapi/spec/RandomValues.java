package ballast.publicapi.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Values as the schemas of a document describe them, drawn at random; and such values with something wrong.
final class RandomValues {
    private static final JsonNode SCHEMAS = OpenApi.DOCUMENT.at("/components/schemas");
    private static final int DEPTH_MAX = 4;
    private static final int ITEMS_MAX = 3;

    /// Few of each, so that transactions meet each other.
    private static final Map<String, List<String>> WORDS = Map.of(
            "Id",
            IntStream.range(0, 40)
                    .mapToObj("018f4e6a-0000-7000-8000-%012d"::formatted)
                    .toList(),
            "Address",
            List.of("a", "b", "c", "users:alice"),
            "Asset",
            List.of("USD/2", "EUR"),
            "TimeIn",
            List.of("2026-01-01T00:00:00Z", "1970-01-01T00:00:00.001+01:00", "9999-12-31T23:59:59.999Z"));

    private final SplittableRandom random;

    RandomValues(SplittableRandom random) {
        this.random = random;
    }

    /// A value that a schema describes.
    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    /// A value with something done to one of its parts.
    JsonNode spoilt(JsonNode value) {
        var places = new ArrayList<JsonNode>();
        collect(value, places);
        if (places.isEmpty()) {
            return odd();
        }
        var place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode members) {
            spoil(members);
        } else if (place instanceof ArrayNode items) {
            if (random.nextBoolean() || items.isEmpty()) {
                items.add(odd());
            } else {
                items.set(random.nextInt(items.size()), odd());
            }
        }
        return value;
    }

    /// Something that hardly anybody expects.
    JsonNode odd() {
        var nodes = OpenApi.JSON.getNodeFactory();
        return switch (random.nextInt(12)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(-1);
            case 3 -> nodes.numberNode(0.5);
            case 4 -> nodes.numberNode(BigInteger.TWO.pow(random.nextInt(200)));
            case 5 -> nodes.textNode("");
            case 6 -> nodes.textNode("\u0000\ud83d\ude00 %s".formatted("x".repeat(random.nextInt(600))));
            case 7 -> nodes.textNode("+1");
            case 8 -> nodes.textNode(BigInteger.TWO.pow(random.nextInt(200)).toString());
            case 9 -> nodes.arrayNode().add(nodes.arrayNode());
            case 10 -> nodes.objectNode().put("x", 1);
            default -> nodes.textNode("9999-99-99T99:99:99Z");
        };
    }

    private void spoil(ObjectNode members) {
        var names = new ArrayList<String>();
        members.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(4) == 0) {
            members.set("unknown", odd());
            return;
        }
        var name = names.get(random.nextInt(names.size()));
        if (random.nextInt(3) == 0) {
            members.remove(name);
        } else {
            members.set(name, odd());
        }
    }

    private static void collect(JsonNode value, List<JsonNode> places) {
        if (value.isContainerNode()) {
            places.add(value);
            value.forEach(part -> collect(part, places));
        }
    }

    private JsonNode of(JsonNode schema, int depth) {
        var nodes = OpenApi.JSON.getNodeFactory();
        if (schema.has("$ref")) {
            return named(schema.path("$ref").asText().replaceFirst(".*/", ""), depth);
        }
        if (schema.has("oneOf")) {
            var cases = schema.path("oneOf");
            int most = depth > DEPTH_MAX ? Math.max(1, cases.size() - 2) : cases.size();
            // The first two cases of a filter hold further ones.
            int least = depth > DEPTH_MAX && cases.size() > 2 ? 2 : 0;
            return of(cases.get(least + random.nextInt(Math.max(1, most - least))), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> nodes.numberNode(integer(schema));
            case "boolean" -> nodes.booleanNode(random.nextBoolean());
            default -> nodes.textNode(Integer.toString(1 + random.nextInt(2_000)));
        };
    }

    private JsonNode named(String name, int depth) {
        var words = WORDS.get(name);
        return words == null
                ? of(SCHEMAS.path(name), depth)
                : OpenApi.JSON.getNodeFactory().textNode(words.get(random.nextInt(words.size())));
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = OpenApi.JSON.createObjectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(member -> {
            if (required.contains(member.getKey()) || random.nextInt(4) == 0) {
                object.set(member.getKey(), of(member.getValue(), depth + 1));
            }
        });
        if (schema.has("additionalProperties")
                && schema.path("additionalProperties").isObject()) {
            object.put("key", "value");
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = OpenApi.JSON.createArrayNode();
        int least = schema.path("minItems").asInt(0);
        int count = least + random.nextInt(ITEMS_MAX);
        for (int item = 0; item < count; item++) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private BigInteger integer(JsonNode schema) {
        var least = schema.path("minimum").bigIntegerValue();
        var most = schema.has("maximum") ? schema.path("maximum").bigIntegerValue() : BigInteger.TEN;
        return switch (random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            default ->
                least.max(BigInteger.ZERO)
                        .add(BigInteger.valueOf(random.nextInt(100)))
                        .min(most);
        };
    }
}
