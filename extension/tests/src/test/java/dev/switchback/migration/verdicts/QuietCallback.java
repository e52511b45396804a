package dev.switchback.migration.verdicts;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** A callback that does nothing. */
final class QuietCallback implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return false;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {}

    @Override
    public String getCallbackName() {
        return "quiet";
    }
}
