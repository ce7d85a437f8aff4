package it.sportello.offlinecache.remote;

import it.sportello.api.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One exchange over HTTP, with limits on time and size, without redirects and without any retry of its own. Only an
 * answer in JSON (or without content) comes out; everything else is a fault.
 */
final class Wire implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

    private final OkHttpClient client;
    private final HttpUrl base;
    private final long largest;
    private final Credentials credentials;
    private final ExchangeListener listener;
    private final LongSupplier nanos;

    Wire(BackendOptions options, Credentials credentials, ExchangeListener listener, LongSupplier nanos) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(options.connect())
                .readTimeout(options.read())
                .writeTimeout(options.read())
                .callTimeout(options.call())
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                // a 503 that says to come back at once would be sent again behind our back
                .addNetworkInterceptor(chain -> chain.proceed(chain.request())
                        .newBuilder()
                        .removeHeader("Retry-After")
                        .build());
        if (!options.authorities().isEmpty()) {
            TrustedAuthorities.apply(builder, options.authorities());
        }
        this.client = builder.build();
        this.base = address(options.base());
        this.largest = options.largestAnswer();
        this.credentials = credentials;
        this.listener = listener;
        this.nanos = nanos;
    }

    private static HttpUrl address(URI base) {
        HttpUrl url = HttpUrl.get(base);
        if (url == null) {
            throw new IllegalArgumentException("not an address of HTTP: " + base.getScheme());
        }
        if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
            throw new IllegalArgumentException("beyond this machine only https: passwords and health data go this way");
        }
        return url;
    }

    /** A request to a path below the version, its parts encoded. */
    Request.Builder to(String... parts) {
        return credentials.operatorToken().map(token -> as(token, parts)).orElseGet(() -> ofDesk(parts));
    }

    /** The same in the name of a given session, whoever is signed in. */
    Request.Builder as(String token, String... parts) {
        return ofDesk(parts).header("Authorization", "Bearer " + token);
    }

    /** A request of the desk alone: an operation says itself who acted, and an ended session never holds it back. */
    Request.Builder ofDesk(String... parts) {
        HttpUrl.Builder url = base.newBuilder().addPathSegment("v1");
        for (String part : parts) {
            url.addPathSegment(part);
        }
        return signed(new Request.Builder().url(url.build()));
    }

    /** The same with a question behind it. */
    Request.Builder asking(String name, String value, Request.Builder request) {
        HttpUrl url = request.build().url();
        return request.url(url.newBuilder().addQueryParameter(name, value).build());
    }

    static RequestBody json(byte[] bytes) {
        return RequestBody.create(bytes, JSON);
    }

    /** @throws BackendFault when no usable answer came */
    Exchange exchange(Request request) {
        long start = nanos.getAsLong();
        try (Response response = client.newCall(request).execute()) {
            Exchange exchange = read(response);
            listener.answered(serverTime(response), Duration.ofNanos(nanos.getAsLong() - start));
            return exchange;
        } catch (IOException broken) {
            throw failed(fault(broken));
        } catch (BackendFault fault) {
            throw failed(fault);
        }
    }

    private BackendFault failed(BackendFault fault) {
        listener.failed(fault);
        return fault;
    }

    private Request.Builder signed(Request.Builder request) {
        credentials
                .desk()
                .ifPresent(
                        desk -> request.header(Headers.DESK, desk.deskId()).header(Headers.DESK_SECRET, desk.secret()));
        return request.header("Accept", "application/json, application/problem+json");
    }

    private Exchange read(Response response) throws IOException {
        int status = response.code();
        if (status >= 300 && status < 400) {
            throw new BackendFault(BackendFault.Code.REDIRECTED, status, "status " + status, null);
        }
        byte[] body = limited(response);
        if (body.length > 0 && !isJson(response.body().contentType())) {
            throw new BackendFault(BackendFault.Code.NOT_JSON, status, "status " + status, null);
        }
        if (status >= 500 || status == 408) {
            throw new BackendFault(BackendFault.Code.SERVER_FAULT, status, "status " + status, null);
        }
        if (body.length == 0 && status >= 400) {
            throw new BackendFault(BackendFault.Code.NOT_THE_CONTRACT, status, "status without a problem", null);
        }
        return new Exchange(status, body, expected(response));
    }

    private byte[] limited(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(largest + 1)) {
            throw new BackendFault(BackendFault.Code.TOO_LARGE, response.code(), "more than " + largest, null);
        }
        return source.getBuffer().readByteArray();
    }

    private static boolean isJson(@Nullable MediaType type) {
        if (type == null) {
            return false;
        }
        String subtype = type.subtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    private static Optional<Long> expected(Response response) throws IOException {
        String text = response.header(Headers.EXPECTED_SEQUENCE);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new BackendFault(
                    BackendFault.Code.NOT_THE_CONTRACT, response.code(), Headers.EXPECTED_SEQUENCE, null);
        }
        return Optional.of(Long.parseLong(text));
    }

    private static Optional<Instant> serverTime(Response response) {
        String text = response.header(Headers.SERVER_TIME);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException unreadable) {
            throw new BackendFault(
                    BackendFault.Code.NOT_THE_CONTRACT, response.code(), Headers.SERVER_TIME, unreadable);
        }
    }

    private static BackendFault fault(IOException broken) {
        BackendFault.Code code = code(broken);
        return new BackendFault(code, 0, broken.getClass().getSimpleName(), broken);
    }

    private static BackendFault.Code code(IOException broken) {
        if (broken instanceof InterruptedIOException) {
            return BackendFault.Code.TIMEOUT;
        }
        if (broken instanceof SSLException refused && causedByTrust(refused)) {
            return BackendFault.Code.NOT_TRUSTED;
        }
        return broken instanceof java.net.ProtocolException || isCut(broken)
                ? BackendFault.Code.CUT
                : BackendFault.Code.UNREACHABLE;
    }

    private static boolean isCut(IOException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return String.valueOf(broken.getMessage()).contains("unexpected end of stream")
                || String.valueOf(broken.getMessage()).contains("Connection reset");
    }

    private static boolean causedByTrust(SSLException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof javax.net.ssl.SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
