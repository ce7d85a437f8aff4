package it.sportello.devices.display;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A display spoken to by messages with gaps. Its state is not written again from time to time: on such displays a call may
 * be heard, too. After an interruption it is, as a call.
 */
final class TemplateProtocol implements DisplayProtocol {

    /** The answer: what it is, how long it takes, how often to try. */
    record Waiting(Optional<ExpectedAnswer> accepted, Optional<ExpectedAnswer> refused, Duration limit, int attempts) {}

    private static final QueueCall NOBODY = new QueueCall(0, "", "", "", false);

    private final Map<String, MessageTemplate> messages;
    private final Optional<CheckRule> check;
    private final Waiting waiting;
    private final boolean each;

    /** @param each each message has its own connection */
    TemplateProtocol(Map<String, MessageTemplate> messages, Optional<CheckRule> check, Waiting waiting, boolean each) {
        this.messages = Map.copyOf(messages);
        this.check = check;
        this.waiting = waiting;
        this.each = each;
    }

    private byte[] message(String name, QueueCall call) {
        MessageTemplate message = messages.get(name);
        return message == null ? new byte[0] : message.of(call, check);
    }

    @Override
    public byte[] begin() {
        return message("begin", NOBODY);
    }

    @Override
    public byte[] show(QueueCall call) {
        return message(call.repeated() && messages.containsKey("recall") ? "recall" : "call", call);
    }

    @Override
    public byte[] clear() {
        return message("clear", NOBODY);
    }

    @Override
    public byte[] probe() {
        return message("keepalive", NOBODY);
    }

    @Override
    public boolean answers() {
        return waiting.accepted().isPresent();
    }

    @Override
    public Optional<Boolean> answer(byte[] bytes, int count) {
        if (waiting.refused().map(answer -> answer.in(bytes, count)).orElse(false)) {
            return Optional.of(false);
        }
        return waiting.accepted().map(answer -> answer.in(bytes, count)).filter(heard -> heard);
    }

    @Override
    public Duration answerLimit() {
        return waiting.limit();
    }

    @Override
    public int attempts() {
        return waiting.attempts();
    }

    @Override
    public boolean hangsUp() {
        return each;
    }
}
