package cn.doublerandom.registry.application;

import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.subject.SubjectDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What entries of the registers are called, where only their codes are known. */
@ApplicationScoped
public class EntryNames {
  private final Items items;
  private final SubjectDirectory subjects;
  private final InspectorList inspectors;
  private final Experts experts;

  @Inject
  EntryNames(Items items, SubjectDirectory subjects, InspectorList inspectors, Experts experts) {
    this.items = items;
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.experts = experts;
  }

  /**
   * Names by code; of persons masked, and absent where there is no such entry.
   *
   * @param ids a page of them
   */
  public Uni<Map<String, String>> of(Point.Directory directory, List<String> ids, LocalDate day) {
    return switch (directory) {
      case ITEMS ->
          items
              .everything()
              .map(all ->
                  all.stream()
                      .map(ItemDirectory.Entry::details)
                      .filter(item -> ids.contains(item.code()))
                      .collect(Collectors.toMap(item -> item.code(), item -> item.name())));
      case SUBJECTS ->
          Uni.createFrom()
              .completionStage(() -> subjects.among(ids))
              .map(known ->
                  known.stream()
                      .collect(Collectors.toMap(e -> e.details().id(), e -> e.details().name())));
      case INSPECTORS -> inspectors.names(ids, day);
      case EXPERTS ->
          experts
              .everything()
              .map(all ->
                  all.stream()
                      .filter(one -> ids.contains(one.entry().details().id()))
                      .collect(
                          Collectors.toMap(
                              one -> one.entry().details().id(), Experts.Named::name)));
    };
  }
}
