package ballast.publicapi.json;

import java.util.List;
import java.util.Map;

/// A value of JSON as it was written.
sealed interface Json {
    /// What it is called in a message.
    String kind();

    record Members(Map<String, Json> values) implements Json {
        @Override
        public String kind() {
            return "an object";
        }
    }

    record Items(List<Json> values) implements Json {
        @Override
        public String kind() {
            return "an array";
        }
    }

    record Text(String value) implements Json {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /// A number without a point and without an exponent.
    record Whole(String digits) implements Json {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /// Any other number. Nothing here takes one.
    record Fraction() implements Json {
        @Override
        public String kind() {
            return "a number with a point or an exponent";
        }
    }

    record Flag(boolean value) implements Json {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    record Nothing() implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }
}
