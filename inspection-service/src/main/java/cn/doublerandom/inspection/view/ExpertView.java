package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.inspection.visit.ExpertDirectory;
import cn.doublerandom.inspection.visit.KnownExpert;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The experts the registry told of, as rows. */
@ApplicationScoped
class ExpertView implements ExpertDirectory {
  private final Documents<KnownExpertRow, KnownExpert> rows =
      new Documents<>(KnownExpertRow.class, "registry_expert_view", KnownExpert.class);

  @Inject Vitals vitals;

  @Override
  public CompletionStage<Optional<KnownExpert>> one(String expert) {
    // Rows that are not made yet say nothing.
    if (vitals.isFilling()) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
    return rows.find(expert);
  }

  @Override
  public CompletionStage<List<KnownExpert>> entrusted(LocalDate day, int most) {
    return rows.all(most)
        .thenApply(known -> known.stream().filter(one -> one.isEntrusted(day)).toList());
  }
}
