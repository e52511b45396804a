package dev.switchback.lint.history;

import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit that reads a repository and nothing else. By itself it would run the program git to find its settings, measure the file
 * system's clock for seconds, and write what it measured into the user's home: all of that for commits, which are not made here.
 */
final class QuietGit implements AutoCloseable {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final SystemReader usual;

    private QuietGit(SystemReader usual) {
        this.usual = usual;
    }

    /** JGit asks a static for what is around it, so the time of reading is kept short, and the usual reader comes back. */
    static QuietGit begin() {
        ONE_AT_A_TIME.lock();
        SystemReader usual = SystemReader.getInstance();
        SystemReader.setInstance(new WithoutSettings(usual));
        return new QuietGit(usual);
    }

    @Override
    public void close() {
        SystemReader.setInstance(usual);
        ONE_AT_A_TIME.unlock();
    }

    private static final class WithoutSettings extends SystemReader {

        private final SystemReader usual;

        WithoutSettings(SystemReader usual) {
            this.usual = usual;
        }

        @Override
        public String getHostname() {
            return usual.getHostname();
        }

        @Override
        public @Nullable String getenv(String variable) {
            return usual.getenv(variable);
        }

        @Override
        public @Nullable String getProperty(String key) {
            return usual.getProperty(key);
        }

        @Override
        public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
            return new NoSettings(parent, files);
        }

        @Override
        public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
            return new NoSettings(parent, files);
        }

        @Override
        public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
            return new NoSettings(parent, files);
        }

        @Override
        public StoredConfig getUserConfig() {
            return new NoSettings(null, FS.DETECTED);
        }

        @Override
        public StoredConfig getSystemConfig() {
            return new NoSettings(null, FS.DETECTED);
        }

        @Override
        public StoredConfig getJGitConfig() {
            return new NoSettings(null, FS.DETECTED);
        }

        @Override
        @SuppressWarnings("deprecation")
        public long getCurrentTime() {
            return usual.getCurrentTime();
        }

        @Override
        @SuppressWarnings("deprecation")
        public int getTimezone(long when) {
            return usual.getTimezone(when);
        }
    }

    /** Settings that are nowhere; the clock of the file system counts as coarse, which is always safe. */
    private static final class NoSettings extends FileBasedConfig {

        NoSettings(@Nullable Config parent, FS files) {
            super(parent, new File("none"), files);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(2, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
