package it.sportello.app.signin;

import it.sportello.api.Problem;
import it.sportello.api.Sessions;
import it.sportello.app.wiring.DeskParameters;
import it.sportello.app.wiring.DeskSession;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.seal.DataKey;
import it.sportello.offlinecache.seal.KeyFile;
import it.sportello.offlinecache.seal.OperatorUnlock;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Who may work at this desk: asked of the server, or, when it does not answer, of the verifier that the last on-line
 * sign-in left here (R-ACC-2). Waits.
 */
public final class Access {
    /** What came of an attempt. */
    public sealed interface Result {
        record In(DeskSession.Operator operator) implements Result {}

        /** The code has its card in the frame. */
        record No(String code, Map<String, String> arguments, String supportCode) implements Result {
            static No of(String code) {
                return new No(code, Map.of(), "");
            }
        }
    }

    private final Backend backend;
    private final KeyFile keys;
    private final DataKey dataKey;
    private final LocalCache cache;
    private final DeskParameters parameters;
    private final Clock clock;

    public Access(
            Backend backend, KeyFile keys, DataKey dataKey, LocalCache cache, DeskParameters parameters, Clock clock) {
        this.backend = backend;
        this.keys = keys;
        this.dataKey = dataKey;
        this.cache = cache;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The user name that goes with a badge read here before; the badge itself when it is new to this desk. */
    public String userNameOf(String badge) {
        return cache.block(badgeBlock(badge), KnownBadge.class)
                .map(block -> block.value().userName())
                .orElse(badge);
    }

    /** The user name that goes with the chip of a badge, once it was used here; empty when it is new to this desk. */
    public Optional<String> userNameOfCard(String cardId) {
        return cache.block(chipBlock(cardId), KnownBadge.class)
                .map(block -> block.value().userName());
    }

    /**
     * Remembers whose badge this is: of who signed in with it in the reader. A badge that is known already keeps its
     * owner, whoever signs in while it is forgotten there.
     */
    public void rememberCard(String cardId, DeskSession.Operator operator) {
        if (userNameOfCard(cardId).isEmpty()) {
            cache.putBlock(chipBlock(cardId), new KnownBadge(operator.account().userName()));
        }
    }

    private static String chipBlock(String cardId) {
        return "badge-chip:" + cardId;
    }

    /** What the desk remembers of a badge. */
    public record KnownBadge(String userName) {}

    /**
     * What the desk remembers of an operator.
     *
     * @param lastSessionId the newest session that the server opened here: what is done off-line refers to it, because
     *     an expired session never holds a fact back, while one that the server never saw would
     */
    public record KnownOperator(Sessions.Operator account, String lastSessionId) {}

    private static String badgeBlock(String badge) {
        return "badge:" + badge;
    }

    /** Signs in, off-line when the server does not answer. */
    public Result signIn(String userName, String password) {
        return switch (backend.signIn(new Sessions.SignIn(userName, password))) {
            case Answer.Done<Sessions.SignedIn>(Sessions.SignedIn signed) -> remember(userName, password, signed);
            case Answer.Refused<Sessions.SignedIn>(Problem problem) ->
                new Result.No(problem.code(), problem.arguments(), problem.supportCode());
            case Answer.NotConfirmed<Sessions.SignedIn> silent -> signInHere(userName, password);
        };
    }

    /** The operator of a locked desk is back: the verifier of this desk is enough, else the server is asked. */
    public Result unlock(DeskSession.Operator operator, String password) {
        String userName = operator.account().userName();
        if (keys.knowsOperator(userName)) {
            OperatorUnlock unlocked = keys.unlock(userName, password.toCharArray());
            if (unlocked instanceof OperatorUnlock.Unlocked(DataKey key)) {
                key.close();
                return new Result.In(operator);
            }
            if (unlocked instanceof OperatorUnlock.WrongPassphrase(int left)) {
                return wrong(left);
            }
        }
        return signIn(userName, password);
    }

    private Result remember(String userName, String password, Sessions.SignedIn signed) {
        keys.setOperator(
                dataKey,
                userName,
                password.toCharArray(),
                clock.instant().plus(parameters.get(ParameterKeys.OFFLINE_SIGN_IN)));
        cache.putBlock(block(userName), new KnownOperator(signed.operator(), signed.sessionId()));
        cache.putBlock(badgeBlock(signed.operator().badge()), new KnownBadge(userName));
        return new Result.In(
                new DeskSession.Operator(signed.operator(), signed.sessionId(), Optional.of(signed.token())));
    }

    private Result signInHere(String userName, String password) {
        return switch (keys.unlock(userName, password.toCharArray())) {
            case OperatorUnlock.Unlocked(DataKey key) -> {
                key.close();
                yield known(userName);
            }
            case OperatorUnlock.WrongPassphrase(int left) -> wrong(left);
            case OperatorUnlock.Blocked() -> Result.No.of("SignIn.BLOCKED_HERE");
            case OperatorUnlock.Expired expired -> Result.No.of("SignIn.VERIFIER_EXPIRED");
            case OperatorUnlock.Unknown() -> Result.No.of("SignIn.UNKNOWN_HERE");
        };
    }

    private Result known(String userName) {
        return cache.block(block(userName), KnownOperator.class)
                .<Result>map(block -> new Result.In(new DeskSession.Operator(
                        block.value().account(), block.value().lastSessionId(), Optional.empty())))
                .orElseGet(() -> Result.No.of("SignIn.UNKNOWN_HERE"));
    }

    private static Result wrong(int left) {
        return new Result.No("SignIn.WRONG_HERE", Map.of("left", Integer.toString(left)), "");
    }

    private static String block(String userName) {
        return "operator:" + userName.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
