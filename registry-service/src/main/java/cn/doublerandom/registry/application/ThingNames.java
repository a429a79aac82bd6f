package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.bureau.BureauDirectory;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.subject.SubjectDirectory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * How the things of the registers are called where their ids say little: firms, items, files that
 * were imported, bureaus. A person is called by the number of the register.
 */
@ApplicationScoped
class ThingNames {
  private static final int MOST_BUREAUS = 500;

  private final SubjectDirectory subjects;
  private final ItemDirectory items;
  private final IntakeDirectory imports;
  private final BureauDirectory bureaus;

  @Inject
  ThingNames(
      SubjectDirectory subjects,
      ItemDirectory items,
      IntakeDirectory imports,
      BureauDirectory bureaus) {
    this.subjects = subjects;
    this.items = items;
    this.imports = imports;
    this.bureaus = bureaus;
  }

  /** Names by stream, one question after the other; absent of what is called by its id. */
  Uni<Map<String, String>> of(List<String> streams) {
    return Multi.createFrom()
        .iterable(streams)
        .onItem()
        .transformToUniAndConcatenate(stream -> named(stream).map(name -> Map.entry(stream, name)))
        .filter(one -> one.getValue().isPresent())
        .collect()
        .in(HashMap::new, (all, one) -> all.put(one.getKey(), one.getValue().orElseThrow()));
  }

  private Uni<Optional<String>> named(String stream) {
    return name(RegistryStreams.SUBJECT, stream, this::subject)
        .or(() -> name(RegistryStreams.ITEM, stream, this::item))
        .or(() -> name(RegistryStreams.IMPORT, stream, this::file))
        .or(() -> name(RegistryStreams.BUREAU, stream, this::bureau))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /** How a thing of one kind is found. */
  private interface Finding {
    CompletionStage<Optional<String>> by(String id);
  }

  private static Optional<Uni<Optional<String>>> name(
      StreamKind kind, String stream, Finding finding) {
    if (!kind.has(stream)) {
      return Optional.empty();
    }
    Supplier<CompletionStage<Optional<String>>> asked = () -> finding.by(kind.id(stream));
    return Optional.of(Uni.createFrom().completionStage(asked));
  }

  private CompletionStage<Optional<String>> subject(String id) {
    return subjects.find(id).thenApply(found -> found.map(entry -> entry.details().name()));
  }

  private CompletionStage<Optional<String>> item(String code) {
    return items.find(code).thenApply(found -> found.map(entry -> entry.details().name()));
  }

  private CompletionStage<Optional<String>> file(String id) {
    return imports.find(id).thenApply(found -> found.map(entry -> entry.report().fileName()));
  }

  private CompletionStage<Optional<String>> bureau(String key) {
    return bureaus
        .page("", MOST_BUREAUS)
        .thenApply(all ->
            all.stream()
                .filter(entry -> entry.key().equals(key))
                .flatMap(entry -> entry.registered().stream())
                .map(details -> details.name())
                .findFirst());
  }
}
