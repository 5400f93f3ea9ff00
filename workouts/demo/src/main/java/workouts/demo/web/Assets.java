package workouts.demo.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The files of the page, from the class path. Every path that names no file is a page of the application, which finds
/// out itself which one.
///
/// Thread-safe.
final class Assets {
    private static final String INDEX = "index.html";

    /// No segment begins with a dot, so none is `..`, and nothing is encoded.
    private static final Pattern FILE = Pattern.compile("/((?:\\w[\\w-]*/)*\\w[\\w.-]*\\.[A-Za-z0-9]+)");

    private static final Pattern PAGE = Pattern.compile("(?:/[\\w-]*)+");

    /// Longer than any of ours, and short enough for a pattern.
    private static final int PATH_CHARACTERS_MAX = 200;

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final String folder;

    /// What was read once; there cannot be more than the jar has.
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /// @param folder in the class path, with a slash on both ends
    /// @throws IllegalStateException if there is no page in it
    Assets(String folder) {
        this.folder = folder;
        if (asset(INDEX).isEmpty()) {
            throw new IllegalStateException("there is no page in " + folder + " of the class path");
        }
    }

    Reply answer(HttpExchange request) {
        if (!List.of("GET", "HEAD").contains(request.getRequestMethod())) {
            return Reply.problem(METHOD_NOT_ALLOWED, "method-not-allowed", "this is only to be read")
                    .with("Allow", "GET, HEAD");
        }
        return asked(request.getRequestURI().getRawPath())
                .map(asset -> found(asset, request))
                .orElseGet(() -> Reply.problem(NOT_FOUND, "not-found", "there is nothing at this path"));
    }

    private Optional<Asset> asked(String path) {
        if (path.length() > PATH_CHARACTERS_MAX) {
            return Optional.empty();
        }
        var file = FILE.matcher(path);
        if (file.matches()) {
            return asset(file.group(1));
        }
        return PAGE.matcher(path).matches() ? asset(INDEX) : Optional.empty();
    }

    private static Reply found(Asset asset, HttpExchange request) {
        var headers = request.getRequestHeaders();
        return asset.tag().equals(headers.getFirst("If-None-Match"))
                ? asset.unchanged()
                : asset.whole(accepts(headers.getOrDefault("Accept-Encoding", List.of())));
    }

    private static boolean accepts(List<String> encodings) {
        return encodings.stream()
                .flatMap(line -> Pattern.compile(",").splitAsStream(line))
                .map(encoding -> encoding.replace(" ", ""))
                .anyMatch(encoding -> encoding.equals("gzip") || encoding.matches("gzip;q=(1|0\\.\\d*[1-9]).*"));
    }

    private Optional<Asset> asset(String path) {
        var known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        try (var file = Assets.class.getResourceAsStream(folder + path)) {
            if (file == null) {
                return Optional.empty();
            }
            var asset = new Asset(path, file.readAllBytes());
            return Optional.of(Objects.requireNonNullElse(read.putIfAbsent(path, asset), asset));
        } catch (IOException e) {
            throw new IllegalStateException("the class path cannot be read: " + path, e);
        }
    }
}
