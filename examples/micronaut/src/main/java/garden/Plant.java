package garden;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** A plant, and when it had water for the last time. */
@MappedEntity
public record Plant(@Id @GeneratedValue @Nullable Long id, String name, LocalDate wateredOn) {}
