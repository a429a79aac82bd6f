package cn.doublerandom.registry.view;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.InspectorTurn;
import cn.doublerandom.servicekit.memory.OwnStreams;
import cn.doublerandom.servicekit.memory.OwnTurn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who is on the bureau's register of inspectors, and whose turn it is to add to it. */
@ApplicationScoped
class InspectorTurns implements InspectorTurn {
  private final OwnStreams streams;
  private final OwnTurn turn;

  @Inject
  InspectorTurns(OwnStreams streams, OwnTurn turn) {
    this.streams = streams;
    this.turn = turn;
  }

  @Override
  public CompletionStage<Optional<Taken>> take() {
    return turn.take("register inspectors")
        .map(taken -> taken.<Taken>map(end -> end::get))
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<List<String>> everybody() {
    return streams.ids(RegistryStreams.INSPECTOR).subscribeAsCompletionStage();
  }
}
