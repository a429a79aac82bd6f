package cn.doublerandom.registry.view;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.SubjectTurn;
import cn.doublerandom.servicekit.memory.OwnStreams;
import cn.doublerandom.servicekit.memory.OwnTurn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Whether the bureau's register of subjects has been opened, and whose turn it is to open it. */
@ApplicationScoped
class SubjectTurns implements SubjectTurn {
  private final OwnStreams streams;
  private final OwnTurn turn;

  @Inject
  SubjectTurns(OwnStreams streams, OwnTurn turn) {
    this.streams = streams;
    this.turn = turn;
  }

  @Override
  public CompletionStage<Optional<Taken>> take() {
    return turn.take("open register of subjects")
        .map(taken -> taken.<Taken>map(end -> end::get))
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Boolean> hasSubjects() {
    return streams.any(RegistryStreams.SUBJECT).subscribeAsCompletionStage();
  }
}
