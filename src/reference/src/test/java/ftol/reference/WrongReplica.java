package ftol.reference;

import ftol.failover.Env;
import ftol.failover.Message;
import ftol.failover.Message.Kind;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.State;
import java.util.ArrayList;
import java.util.List;

/** {@link SyncReplica} with one mistake, to prove that the explorer finds it. */
final class WrongReplica implements Node {
    /** What can be wrong. */
    enum Mistake {
        NONE,
        ANSWERS_BEFORE_REPLICATION,
        READS_WITHOUT_CONFIRMATION,
        ANSWERS_AT_ANY_CONFIRMATION,
        EPOCH_NOT_PERSISTED,
        LOG_NOT_PERSISTED,
        CONFIRMS_BEFORE_PERSISTING,
        NEVER_STEPS_DOWN,
        NEVER_TAKES_OVER,
        LOG_FORGOTTEN_AT_TAKE_OVER,
        SAME_EPOCH_FOR_BOTH,
        NO_NEW_EPOCH,
        TAKES_OVERTAKEN_STATE,
        LEADS_WITH_EMPTY_DISK,
        LEADS_AFTER_RESTART,
        APPENDS_RETRY_AGAIN,
        STOPS_HEARTBEATS,
        THROWS_ON_ASK_TO_STOP
    }

    private static final int BEAT = 0;
    private static final int SUSPECT = 1;

    /** An answer that waits until the secondary has confirmed the state with this number. */
    private record Waiting(long number, long request, List<String> log) {}

    private final Mistake mistake;
    private final List<String> log = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean primary;
    private boolean complete;
    private long epoch;
    /** Of the last message sent as primary, or received as secondary, in this epoch. */
    private long number;

    WrongReplica(Mistake mistake) {
        this.mistake = mistake;
    }

    private boolean wrong(Mistake possible) {
        return mistake == possible;
    }

    private void persist(Env env) {
        if (!wrong(Mistake.LOG_NOT_PERSISTED)) {
            env.persist(new State(wrong(Mistake.EPOCH_NOT_PERSISTED) ? 0 : epoch, log));
        }
    }

    @Override
    public void start(Env env) {
        log.addAll(env.persisted().log());
        // With an empty disk this node must not lead until it has been given a log.
        complete = env.boot() != Env.Boot.DISK_LOST || wrong(Mistake.LEADS_WITH_EMPTY_DISK);
        if ((env.boot() == Env.Boot.FIRST_START || wrong(Mistake.LEADS_AFTER_RESTART)) && env.id() == 0) {
            lead(env);
        } else {
            follow(env, env.persisted().epoch());
        }
    }

    @Override
    public void message(Env env, int from, Message message) {
        if (message.epoch() < epoch || (!complete && message.kind() != Kind.STATE)) {
            return;
        }
        if (message.epoch() > epoch && !(primary && wrong(Mistake.NEVER_STEPS_DOWN))) {
            follow(env, message.epoch());
        }
        switch (message.kind()) {
            case HEARTBEAT -> fresh(env, message);
            case STATE -> {
                if (fresh(env, message)) {
                    log.clear();
                    log.addAll(message.log());
                    complete = true;
                    if (!wrong(Mistake.CONFIRMS_BEFORE_PERSISTING)) {
                        persist(env);
                    }
                    env.send(from, new Message(Kind.ACK, epoch, number));
                    if (wrong(Mistake.CONFIRMS_BEFORE_PERSISTING)) {
                        persist(env);
                    }
                }
            }
            case ACK -> confirmed(env, message.number());
            case STOP -> suspect(env);
            default -> {}
        }
    }

    @Override
    public void timer(Env env, int id) {
        if (id == SUSPECT) {
            suspect(env);
        } else if (primary) {
            env.send(env.peer(), new Message(Kind.HEARTBEAT, epoch, ++number));
            replicate(env);
            if (!wrong(Mistake.STOPS_HEARTBEATS)) {
                env.timer(BEAT, env.interval());
            }
        }
    }

    @Override
    public void closed(Env env, int peer) {
        suspect(env);
    }

    @Override
    public void append(Env env, long request, String entry) {
        if (primary && (!log.contains(entry) || wrong(Mistake.APPENDS_RETRY_AGAIN))) {
            log.add(entry);
            persist(env);
        }
        answer(env, request, wrong(Mistake.ANSWERS_BEFORE_REPLICATION));
    }

    @Override
    public void read(Env env, long request) {
        answer(env, request, wrong(Mistake.READS_WITHOUT_CONFIRMATION));
    }

    private void answer(Env env, long request, boolean atOnce) {
        if (primary && atOnce) {
            env.reply(request, log);
            replicate(env);
        } else if (primary) {
            replicate(env);
            waiting.add(new Waiting(number, request, List.copyOf(log)));
        } else {
            env.redirect(request, env.peer());
        }
    }

    @Override
    public void stop(Env env) {
        if (wrong(Mistake.THROWS_ON_ASK_TO_STOP)) {
            throw new IllegalStateException("not now");
        }
        if (primary) {
            env.send(env.peer(), new Message(Kind.STOP, epoch, 0));
        }
    }

    private void lead(Env env) {
        if (wrong(Mistake.LOG_FORGOTTEN_AT_TAKE_OVER)) {
            log.clear();
        }
        do {
            epoch += epoch > 0 && wrong(Mistake.NO_NEW_EPOCH) ? 0 : 1;
        } while (epoch % 2 == env.id()
                && !wrong(Mistake.SAME_EPOCH_FOR_BOTH)
                && !wrong(Mistake.NO_NEW_EPOCH)); // Odd epochs are node 0's, even ones node 1's: no two nodes begin the
        // same.
        primary = true;
        number = 0;
        persist(env);
        env.role(Role.PRIMARY, epoch);
        env.timer(BEAT, 0);
    }

    private void follow(Env env, long newEpoch) {
        primary = false;
        epoch = newEpoch;
        number = 0;
        waiting.clear();
        if (complete) {
            persist(env);
        }
        env.role(Role.SECONDARY, epoch);
        env.timer(SUSPECT, env.timeout());
    }

    private void suspect(Env env) {
        if (!primary && complete && !wrong(Mistake.NEVER_TAKES_OVER)) {
            lead(env);
        }
    }

    /** A message that another has overtaken is neither a sign of life nor the latest state. */
    private boolean fresh(Env env, Message message) {
        if (primary || (message.number() <= number && !wrong(Mistake.TAKES_OVERTAKEN_STATE))) {
            return false;
        }
        number = message.number();
        env.timer(SUSPECT, env.timeout());
        return true;
    }

    private void replicate(Env env) {
        env.send(env.peer(), new Message(Kind.STATE, epoch, ++number, log));
    }

    private void confirmed(Env env, long number) {
        long confirmed = wrong(Mistake.ANSWERS_AT_ANY_CONFIRMATION) ? Long.MAX_VALUE : number;
        for (Waiting answer : waiting) {
            if (primary && answer.number() <= confirmed) {
                env.reply(answer.request(), answer.log());
            }
        }
        waiting.removeIf(answer -> answer.number() <= confirmed);
    }
}
