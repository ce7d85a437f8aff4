package it.sportello.backend.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerResponse;

/** What a resource does with one call. */
@FunctionalInterface
public interface Resource {
    /** From this status on an answer is a problem. */
    int PROBLEM = 400;

    Answer answer(Call call);

    /** The resource as a handler of the web server. */
    static Handler handler(Resource resource) {
        return (request, response) -> send(response, resource.answer(new Call(request)));
    }

    /** Writes an answer; nothing of it may be kept by anybody on the way. */
    static void send(ServerResponse response, Answer answer) {
        String type = answer.status() < PROBLEM ? "application/json" : "application/problem+json";
        response.status(answer.status());
        response.header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));
        byte[] body = answer.body();
        if (body == null) {
            response.send();
        } else {
            response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, type));
            response.send(body);
        }
    }
}
