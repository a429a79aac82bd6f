package cn.doublerandom.draw.plan;

import java.util.List;

/**
 * Who is in scope (抽查对象范围) and what is inspected there, decided once by a person from the words of
 * the plan.
 *
 * @param subjectKind as the registry names kinds, for example ENTERPRISE or PROJECT
 * @param labels a subject needs at least one of them; none means any
 * @param itemFields 领域 of the claimed items that are inspected, at least one
 */
public record TaskScope(String subjectKind, List<String> labels, List<String> itemFields) {
  public TaskScope {
    labels = List.copyOf(labels);
    itemFields = List.copyOf(itemFields);
  }

  public boolean covers(String kind, List<String> subjectLabels) {
    return subjectKind.equals(kind)
        && (labels.isEmpty() || labels.stream().anyMatch(subjectLabels::contains));
  }
}
