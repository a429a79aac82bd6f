package cn.doublerandom.registry.subject;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The register of subjects as it is read. */
public interface SubjectDirectory {
  /** At most {@code limit} subjects with an id after {@code after}, ascending. */
  CompletionStage<List<SubjectDetails>> page(String after, int limit);
}
