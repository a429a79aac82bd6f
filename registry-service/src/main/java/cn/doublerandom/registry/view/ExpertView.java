package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class ExpertView implements ExpertDirectory {
  final Documents<ExpertRow, Entry> rows =
      new Documents<>(ExpertRow.class, "expert_view", Entry.class);

  @Inject Vitals vitals;

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<List<Entry>> whole(String after, int limit) {
    if (vitals.isFilling()) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
    return rows.page(after, limit);
  }
}
