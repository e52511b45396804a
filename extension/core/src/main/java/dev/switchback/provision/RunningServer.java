package dev.switchback.provision;

import dev.switchback.product.DatabaseProduct;
import dev.switchback.product.Products;
import dev.switchback.threads.DaemonThreads;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Names databases, remembers them, and leaves to the product how they are made. */
final class RunningServer implements Server {

    private static final System.Logger LOG = System.getLogger(RunningServer.class.getName());
    private static final int MOST_KEPT = 3;

    private final ServerProcess process;
    private final String product;
    private final Administration administration;
    private final Optional<SharedTemplates> shared;
    private @Nullable TemplateShelf shelf;
    private final Map<String, TemplateSlot> templates = new ConcurrentHashMap<>();
    private final Set<String> databases = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService background = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            DaemonThreads.named("switchback-clones"),
            new DiscardPolicy());

    private RunningServer(ServerProcess process, String product, Administration administration) {
        this.process = process;
        this.product = product;
        this.administration = administration;
        this.shared = process.sharesTemplates() ? administration.sharedTemplates() : Optional.empty();
    }

    /** Takes the process over: it is stopped even if this fails. */
    static RunningServer on(ServerProcess process) {
        try {
            ServerAddress address = process.address();
            DatabaseProduct product = productOf(address);
            ServerProduct servers = product.parts().find(ServerProduct.class).orElseThrow();
            return new RunningServer(process, product.name(), servers.connect(address, DriverSource.of(address)));
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    private static DatabaseProduct productOf(ServerAddress address) {
        String shown = CredentialsInUrl.hidden(address.url());
        return Products.installed()
                .find(ServerProduct.class, servers -> servers.speaks(address.url()), "the URL " + shown)
                .orElseThrow(() -> new ProvisionException("Switchback does not know the database product of " + shown
                        + "\n\n" + ConnectionGuide.supportedUrls()));
    }

    @Override
    public boolean isAlive() {
        return !closed.get() && process.isAlive();
    }

    @Override
    public String product() {
        return product;
    }

    @Override
    public void createRoles(Collection<String> names) {
        if (!names.isEmpty()) {
            requireOpen();
            RoleDialect.ofProduct(product).create(names, process.address(), DriverSource.of(process.address()));
        }
    }

    @Override
    public ServerState state() {
        requireOpen();
        return administration.state();
    }

    @Override
    public boolean dropRole(String name) {
        requireOpen();
        return process.disposable() && administration.dropRole(name);
    }

    @Override
    public Database create() {
        return add(administration.databases()::create);
    }

    @Override
    public Database copy(Database original) {
        return add(name -> administration.databases().copy(original.name(), name));
    }

    @Override
    public Template template(String key, Consumer<Database> build) {
        return frozen(key, this::create, build);
    }

    @Override
    public Template template(String key, String digest, Consumer<Database> build) {
        if (process.keepsTemplates()) {
            return slot(key).get(() -> {
                TemplateShelf shelf = shelf();
                if (!shelf.has(digest)) {
                    shelf.put(digest, this::create, build);
                }
                return frozen(TemplateShelf.nameOf(digest));
            });
        }
        return shared.map(all -> slot(key).get(() -> frozen(all.get(digest, () -> freeze(create(), build)))))
                .orElseGet(() -> template(key, build));
    }

    private TemplateSlot slot(String key) {
        return templates.computeIfAbsent(key, absent -> new TemplateSlot());
    }

    private synchronized TemplateShelf shelf() {
        TemplateShelf known = shelf;
        if (known == null) {
            known = new TemplateShelf(administration);
            shelf = known;
        }
        return known;
    }

    private Template frozen(String name) {
        return new FrozenTemplate(
                () -> add(copy -> copy(name, copy)),
                waiting -> administration.refuseEmptied(waiting.name(), waiting.dataSource()),
                old -> replace(old, name),
                background);
    }

    @Override
    public Template template(String key, Template origin, Consumer<Database> build) {
        return frozen(key, origin::clone, build);
    }

    @Override
    public Template template(String key, Database original) {
        return frozen(key, () -> copy(original), copy -> {});
    }

    private Template frozen(String key, Supplier<Database> origin, Consumer<Database> build) {
        return slot(key).get(() -> frozen(freeze(origin.get(), build)));
    }

    /** The name of the database, which is closed to everybody. */
    private String freeze(Database database, Consumer<Database> build) {
        try {
            build.accept(database);
            administration.databases().freeze(database.name());
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
        return database.name();
    }

    private void replace(Database old, String original) {
        requireOpen();
        administration.databases().drop(old.name());
        copy(original, old.name());
    }

    private void copy(String template, String copy) {
        administration.databases().copy(template, copy);
        administration.refuseEmptied(copy, DriverSource.of(addressOf(copy)));
    }

    private Database add(Consumer<String> creation) {
        String name = administration.prefix() + count.incrementAndGet();
        requireOpen();
        databases.add(name);
        creation.accept(name);
        return new ServerDatabase(name, addressOf(name), this::drop);
    }

    private ServerAddress addressOf(String database) {
        ServerAddress address = process.address();
        return new ServerAddress(administration.urlOf(database), address.user(), address.password());
    }

    @Override
    public void refuseWrites(Database database) {
        requireOpen();
        administration.databases().refuseWrites(database.name());
    }

    @Override
    public KeptDatabase keep(Database database) {
        requireOpen();
        if (kept.getAndUpdate(number -> Math.min(number + 1, MOST_KEPT)) >= MOST_KEPT) {
            throw new ProvisionException(MOST_KEPT + " databases of this run are kept already, and no more are.");
        }
        KeptServer server = process.keep()
                .orElseThrow(() -> new ProvisionException(
                        "its server ends with this run. Embedded servers, and those given by their" + " URL, stay."));
        return administration.keep(database.name(), server);
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new ProvisionException("The server at "
                    + CredentialsInUrl.hidden(process.address().url()) + " is closed already."
                    + "\n\nDatabases and templates live only as long as their server.");
        }
    }

    private void drop(String name) {
        if (!closed.get()) {
            administration.databases().drop(name);
            databases.remove(name);
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (process;
                administration) {
            background.shutdownNow();
            background.awaitTermination(10, TimeUnit.SECONDS);
            if (!process.disposable() || kept.get() > 0) {
                dropAll();
            } else {
                keepTemplates();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The tests are over, and have succeeded or not: this costs the next run time, but no test. */
    private void keepTemplates() {
        try {
            TemplateShelf known = shelf;
            if (known != null && known.isToBeKept() && !administration.hasRecovered()) {
                dropAll();
                known.tidy();
                administration.close();
                known.keepBy(process);
            }
        } catch (ProvisionException e) {
            LOG.log(Level.WARNING, "The templates of this run cannot be kept: " + e.getMessage());
        }
    }

    /** One that cannot be dropped does not keep the others. */
    private void dropAll() {
        ProvisionException failure = null;
        for (String database : databases) {
            try {
                administration.databases().drop(database);
            } catch (ProvisionException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String toString() {
        return product + " server of " + process.address();
    }
}
