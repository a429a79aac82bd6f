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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The experts the registry told of, as rows. */
@ApplicationScoped
class ExpertView implements ExpertDirectory {
  private static final int PAGE = 500;

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
    return more("", day, most, new ArrayList<>());
  }

  /** Who of the pool is entrusted is asked of each: of many none may be. */
  private CompletionStage<List<KnownExpert>> more(
      String after, LocalDate day, int most, List<KnownExpert> found) {
    return rows.page(after, PAGE)
        .thenCompose(known -> {
          known.stream()
              .filter(one -> one.isEntrusted(day))
              .limit(most - found.size())
              .forEach(found::add);
          return known.size() < PAGE || found.size() == most
              ? CompletableFuture.completedFuture(List.copyOf(found))
              : more(known.getLast().id(), day, most, found);
        });
  }
}
