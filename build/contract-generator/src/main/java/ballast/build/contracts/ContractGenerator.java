package ballast.build.contracts;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorRequest;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// A protobuf compiler plugin that writes one Java interface for each service.
///
/// The interface has no default methods: whoever implements a service and misses an rpc, or answers with another
/// message, does not compile. It names nothing but the JDK and the generated messages, so that a service can be called
/// directly, in one process, or through any transport.
public final class ContractGenerator {
    private final Map<String, String> javaNames = new HashMap<>();

    private ContractGenerator() {}

    /// Reads the request from standard input and writes the answer to standard output, as the compiler expects.
    public static void main(String[] args) throws IOException {
        var request = CodeGeneratorRequest.parseFrom(System.in);
        new ContractGenerator().generate(request).writeTo(System.out);
    }

    private CodeGeneratorResponse generate(CodeGeneratorRequest request) {
        request.getProtoFileList().forEach(this::learnMessageNames);
        var response = CodeGeneratorResponse.newBuilder()
                .setSupportedFeatures(CodeGeneratorResponse.Feature.FEATURE_PROTO3_OPTIONAL_VALUE);
        for (var file : request.getProtoFileList()) {
            if (request.getFileToGenerateList().contains(file.getName())) {
                for (int index = 0; index < file.getServiceCount(); index++) {
                    response.addFile(contract(file, index));
                }
            }
        }
        return response.build();
    }

    /// Every file sets `java_multiple_files`, so a top-level message is a class of its own in the file's Java package.
    private void learnMessageNames(FileDescriptorProto file) {
        var javaPackage = file.getOptions().getJavaPackage();
        for (var message : file.getMessageTypeList()) {
            javaNames.put("." + file.getPackage() + "." + message.getName(), javaPackage + "." + message.getName());
        }
    }

    private CodeGeneratorResponse.File contract(FileDescriptorProto file, int index) {
        var service = file.getService(index);
        var javaPackage = file.getOptions().getJavaPackage();
        var source = new StringBuilder("// Generated from %s. Do not edit.%n".formatted(file.getName()))
                .append("package %s;%n%n".formatted(javaPackage))
                .append("import java.util.concurrent.CompletionStage;%n".formatted())
                .append(streams(service) ? "import java.util.concurrent.Flow;%n".formatted() : "")
                .append(System.lineSeparator())
                .append(comment(file, "", 6, index))
                .append("public interface %s {%n".formatted(service.getName()));
        for (int method = 0; method < service.getMethodCount(); method++) {
            source.append(comment(file, "    ", 6, index, 2, method)).append(declaration(service, method));
        }
        return CodeGeneratorResponse.File.newBuilder()
                .setName(javaPackage.replace('.', '/') + "/" + service.getName() + ".java")
                .setContent(source.append("}\n").toString())
                .build();
    }

    private static boolean streams(ServiceDescriptorProto service) {
        return service.getMethodList().stream().anyMatch(MethodDescriptorProto::getServerStreaming);
    }

    private String declaration(ServiceDescriptorProto service, int index) {
        MethodDescriptorProto method = service.getMethod(index);
        if (method.getClientStreaming()) {
            throw new IllegalArgumentException(
                    "rpc %s.%s takes a stream (expected: one request; teach the contract generator first)"
                            .formatted(service.getName(), method.getName()));
        }
        var name = Character.toLowerCase(method.getName().charAt(0))
                + method.getName().substring(1);
        var answer = method.getServerStreaming() ? "Flow.Publisher" : "CompletionStage";
        return "    %s<%s> %s(%s request);%n"
                .formatted(answer, javaNames.get(method.getOutputType()), name, javaNames.get(method.getInputType()));
    }

    /// The comment that stands before the element at `path` in the protobuf file, as Markdown Javadoc.
    private static String comment(FileDescriptorProto file, String indent, Integer... path) {
        return file.getSourceCodeInfo().getLocationList().stream()
                .filter(location -> location.getPathList().equals(java.util.List.of(path)))
                .flatMap(location -> location.getLeadingComments().lines())
                .map(line -> indent + "///" + line + System.lineSeparator())
                .reduce("", String::concat);
    }
}
