package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.protocol.v1.RefusalReason;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The document for programs says what there is, and nothing else. Every answer that a spec of this module sees is
/// compared with it, too, where it is read.
final class OpenApiSpec {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    @Test
    void everyPathAndMethodIsARoute() {
        try (var server = new RunningServer(new FakeVirtualMachine())) {
            OpenApi.DOCUMENT.path("paths").fieldNames().forEachRemaining(template -> {
                var path = template.replace("{id}", "8e03978e-40d5-43dd-bc93-6894a57f9324")
                        .replace("{address}", "a");
                var there = new ArrayList<String>();
                for (var method : METHODS) {
                    try (var connection = server.connect()) {
                        connection.request(method.toUpperCase(Locale.ROOT) + " " + path, "Accept: none/of-it\r\n", "");
                        if (connection.response().status() != 405) {
                            there.add(method);
                        }
                    }
                }
                var described = new ArrayList<String>();
                OpenApi.DOCUMENT.path("paths").path(template).fieldNames().forEachRemaining(described::add);
                described.retainAll(METHODS);
                assertThat(there).describedAs(template).containsExactlyInAnyOrderElementsOf(described);
            });
        }
    }

    @Test
    void isServed() {
        try (var server = new RunningServer(new FakeVirtualMachine());
                var connection = server.connect()) {
            var answer = connection.request("GET /openapi.json", "", "").response();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(OpenApi.parsed(answer.body())).isEqualTo(OpenApi.DOCUMENT);
        }
    }

    @Test
    void knowsEveryReasonInItsOrder() {
        var names = Stream.of(RefusalReason.values())
                .filter(reason ->
                        reason != RefusalReason.UNRECOGNIZED && reason != RefusalReason.REFUSAL_REASON_UNSPECIFIED)
                .map(reason -> reason.name().replace("REFUSAL_REASON_", "").toLowerCase(Locale.ROOT))
                .toList();
        var described = new ArrayList<String>();
        OpenApi.DOCUMENT.at("/components/schemas/Reason/enum").forEach(name -> described.add(name.asText()));
        assertThat(described).isEqualTo(names);
    }

    @Test
    void itsExamplesAreAsItSays() {
        OpenApi.DOCUMENT
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("examples")
                        .forEach(example -> assertThat(
                                        OpenApi.flaws("#/components/schemas/" + schema.getKey(), example.toString()))
                                .describedAs(schema.getKey())
                                .isEmpty()));
    }
}
