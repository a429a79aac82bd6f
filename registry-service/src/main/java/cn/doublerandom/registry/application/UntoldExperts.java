package cn.doublerandom.registry.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.person.Erasure;
import cn.doublerandom.registry.person.ErasureCommand;
import cn.doublerandom.registry.person.ErasureEvent;
import cn.doublerandom.servicekit.identity.PerBureau;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who was in the pool before the others were told of experts is told of, too. Once, after the first
 * start of a version that tells of them.
 */
@ApplicationScoped
class UntoldExperts implements Watch {
  private static final int PAGE = 500;
  private static final String ACTOR = "experts";

  private final ExpertDirectory directory;
  private final CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;
  private final CommandHandler<ErasureCommand, ErasureEvent, Erasure> erasures;
  private final Clock clock;
  private final PerBureau<AtomicBoolean> done = new PerBureau<>(AtomicBoolean::new);

  @Inject
  UntoldExperts(
      ExpertDirectory directory,
      CommandHandler<ExpertCommand, ExpertEvent, Expert> experts,
      CommandHandler<ErasureCommand, ErasureEvent, Erasure> erasures,
      Clock clock) {
    this.directory = directory;
    this.experts = experts;
    this.erasures = erasures;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "experts registered before they were told of";
  }

  @Override
  public When when() {
    return new When.Every("{suite.deadline-review}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    AtomicBoolean finished = done.of(bureau);
    return finished.get()
        ? Uni.createFrom().voidItem()
        : from("")
            .invoke(all -> finished.set(true))
            // The rows are not made yet: on the next round.
            .onFailure(ProblemException.class)
            .recoverWithNull();
  }

  private Uni<Void> from(String after) {
    return Uni.createFrom()
        .completionStage(() -> directory.whole(after, PAGE))
        .flatMap(rows ->
            told(rows)
                .flatMap(done ->
                    rows.size() < PAGE
                        ? Uni.createFrom().voidItem()
                        : from(rows.getLast().details().id())));
  }

  private Uni<Void> told(List<ExpertDirectory.Entry> rows) {
    return Multi.createFrom()
        .iterable(rows.stream().filter(row -> row.told() == null).toList())
        .onItem()
        .transformToUniAndConcatenate(row -> tell(row.details()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> tell(ExpertDetails expert) {
    return erasures
        .load(RegistryStreams.ERASURE.of(People.expert(expert.id()).name()))
        .flatMap(loaded ->
            experts.handle(
                RegistryStreams.EXPERT.of(expert.id()),
                new ExpertCommand.TellExpert(loaded.state() instanceof Erasure.Approved),
                CommandContext.byItself(ACTOR, clock.instant(), expert.id())))
        .replaceWithVoid();
  }
}
