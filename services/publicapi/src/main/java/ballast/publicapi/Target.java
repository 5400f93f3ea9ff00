package ballast.publicapi;

/// A request target (RFC 9112, section 3.2), split into what matters here.
///
/// @param path as sent: no path of ours needs decoding
/// @param query without its `?`; empty if there is none
record Target(String path, String query) {
    /// Splits `/path?query`, and `http://host/path?query` as proxies send it.
    static Target of(String target) {
        int start = pathStart(target);
        int mark = target.indexOf('?', start);
        return mark < 0
                ? new Target(target.substring(start), "")
                : new Target(target.substring(start, mark), target.substring(mark + 1));
    }

    private static int pathStart(String target) {
        if (target.startsWith("/")) {
            return 0;
        }
        int scheme = target.indexOf("://");
        int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
        return slash < 0 ? target.length() : slash;
    }
}
