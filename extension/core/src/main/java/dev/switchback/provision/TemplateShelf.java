package dev.switchback.provision;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The templates of a server that another one may have from its start. What a server has beside its databases, such as roles, goes
 * along with them; so if anybody but the making of a single template has changed that, nothing is kept.
 */
final class TemplateShelf {

    private static final String PREFIX = "switchback_template_";

    private static final int MOST = 6;

    private final Administration administration;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final String atStart;
    private String expected;
    private int built;
    private boolean isDisturbed;

    TemplateShelf(Administration administration) {
        this.administration = administration;
        this.atStart = administration.sharedState();
        this.expected = atStart;
    }

    static String nameOf(String digest) {
        return PREFIX + digest;
    }

    /** Whether the template is there. */
    boolean has(String digest) {
        boolean isThere = administration.databases().named(nameOf(digest)).contains(nameOf(digest));
        if (isThere) {
            known.add(digest);
        }
        return isThere;
    }

    /**
     * Builds a template and puts it here under its digest. One after the other, so that it can be told what the building of each has
     * changed.
     */
    synchronized void put(String digest, Supplier<Database> origin, Consumer<Database> build) {
        noticeStrangers();
        Database database = origin.get();
        try {
            build.accept(database);
            administration.databases().freeze(database.name());
            administration.databases().rename(database.name(), nameOf(digest));
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
        expected = administration.sharedState();
        built++;
        known.add(digest);
    }

    private void noticeStrangers() {
        isDisturbed |= !administration.sharedState().equals(expected);
    }

    /** Whether something is new here, and nothing else has changed. */
    synchronized boolean isToBeKept() {
        if (built == 0) {
            return false;
        }
        noticeStrangers();
        return !isDisturbed && (areAlone() || known.size() == 1);
    }

    private boolean areAlone() {
        return expected.equals(atStart);
    }

    /** Drops what this server had from its start and did not need, but for the newest. */
    synchronized void tidy() {
        int room = MOST - known.size();
        for (String name : administration.databases().named(PREFIX)) {
            String digest = name.substring(PREFIX.length());
            if (!known.contains(digest) && room-- > 0) {
                known.add(digest);
            } else if (!known.contains(digest)) {
                administration.databases().drop(name);
            }
        }
    }

    synchronized void keepBy(ServerProcess process) {
        process.keepTemplates(Set.copyOf(known), areAlone());
    }
}
