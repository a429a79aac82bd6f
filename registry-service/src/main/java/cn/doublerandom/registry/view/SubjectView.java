package cn.doublerandom.registry.view;

import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class SubjectView implements SubjectDirectory {
  final Documents<SubjectRow, SubjectDetails> rows =
      new Documents<>(SubjectRow.class, "subject_view", SubjectDetails.class);

  @Override
  public CompletionStage<List<SubjectDetails>> page(String after, int limit) {
    return rows.page(after, limit);
  }
}
