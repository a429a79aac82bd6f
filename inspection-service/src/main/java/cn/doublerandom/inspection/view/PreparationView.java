package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.preparation.PreparationDirectory;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class PreparationView implements PreparationDirectory {
  final Documents<PreparationRow, PreparationSummary> rows =
      new Documents<>(PreparationRow.class, "preparation_view", PreparationSummary.class);

  @Override
  public CompletionStage<List<PreparationSummary>> toApprove(String after, int limit) {
    return rows.where("approval = 'ASKED' and id > ?1", after, limit);
  }

  @Override
  public CompletionStage<List<PreparationSummary>> toDecide(String after, int limit) {
    return rows.where("recusalOpen and id > ?1", after, limit);
  }

  @Override
  public CompletionStage<List<PreparationSummary>> recused(String after, int limit) {
    return rows.where("recused and id > ?1", after, limit);
  }

  @Override
  public CompletionStage<Optional<PreparationSummary>> ofCode(String code) {
    return rows.where("code = ?1", code, 1).thenApply(found -> found.stream().findFirst());
  }
}
