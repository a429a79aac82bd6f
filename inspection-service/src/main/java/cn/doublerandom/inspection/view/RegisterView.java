package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.inspection.register.KnownItem;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Register;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** 一单两库 as far as the registry told of it, as rows. */
@ApplicationScoped
class RegisterView implements Register {
  private final Documents<KnownSubjectRow, KnownSubject> subjects =
      new Documents<>(KnownSubjectRow.class, "registry_subject_view", KnownSubject.class);
  private final Documents<KnownItemRow, KnownItem> items =
      new Documents<>(KnownItemRow.class, "registry_item_view", KnownItem.class);

  @Override
  public CompletionStage<List<KnownSubject>> subjects(Collection<String> ids) {
    return subjects.among(ids);
  }

  @Inject Vitals vitals;

  @Override
  public CompletionStage<List<KnownItem>> itemsToKeep(Collection<String> codes) {
    // Rows that are not made yet say nothing.
    if (vitals.isFilling()) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
    return items.among(codes);
  }

  @Override
  public CompletionStage<List<KnownItem>> items(Collection<String> codes) {
    return items.among(codes);
  }
}
