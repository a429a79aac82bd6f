package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.registry.application.SubjectStory;
import cn.doublerandom.registry.subject.SubjectEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an entry, in words. */
final class SubjectTimeline {
  private SubjectTimeline() {}

  static List<Happening> of(List<SubjectStory.Happened> story, RegistryWords words) {
    return story.stream().map(happened -> line(happened, words)).toList();
  }

  private static Happening line(SubjectStory.Happened happened, RegistryWords words) {
    Said said = said(happened.event(), words);
    return Happening.of(
        said.fact(),
        said.people().isEmpty() ? happened.by() : said.people(),
        happened.day().toString(),
        happened.recorded().toString(),
        said.why());
  }

  /**
   * @param people who did it, where it took two
   */
  private record Said(String fact, String why, String people) {}

  private static Said said(SubjectEvent event, RegistryWords words) {
    return switch (event) {
      case SubjectEvent.SubjectRegistered registered -> new Said(words.registered(), "", "");
      case SubjectEvent.SubjectRevised e ->
          new Said(words.revised(), "", two(e.requestedBy(), e.approvedBy()));
      case SubjectEvent.SubjectStatusChanged e ->
          new Said(
              words.statusChanged(words.stateOf(e.status()), e.effective().toString()),
              e.reason(),
              two(e.requestedBy(), e.approvedBy()));
      case SubjectEvent.StatusRequested e ->
          new Said(
              words.statusRequested(words.stateOf(e.status()), e.effective().toString()),
              e.reason(),
              "");
      case SubjectEvent.StatusRequestEnded e ->
          new Said(
              e.withdrawn() ? words.statusWithdrawn() : words.statusDeclined(), e.reason(), "");
      case SubjectEvent.SubjectReclassified e ->
          new Said(
              words.reclassified(words.riskOf(e.riskClass())),
              e.source(),
              two(e.requestedBy(), e.approvedBy()));
      case SubjectEvent.ImportUndone e ->
          new Said(
              words.importUndone(e.effective().toString()),
              e.reason(),
              two(e.requestedBy(), e.approvedBy()));
      case SubjectEvent.MergeRequested e ->
          new Said(
              e.into() == null ? words.unmergeRequested() : words.mergeRequested(e.into()),
              e.reason(),
              "");
      case SubjectEvent.MergeRequestEnded e ->
          new Said(e.withdrawn() ? words.mergeWithdrawn() : words.mergeDeclined(), e.reason(), "");
      case SubjectEvent.SubjectMerged e ->
          new Said(words.merged(e.into()), e.reason(), two(e.requestedBy(), e.approvedBy()));
      case SubjectEvent.DuplicateTaken e -> new Said(words.duplicateTaken(e.duplicate()), "", "");
      case SubjectEvent.SubjectUnmerged e ->
          new Said(words.unmerged(), e.reason(), two(e.requestedBy(), e.approvedBy()));
    };
  }

  private static String two(@Nullable String asked, @Nullable String agreed) {
    return asked == null || agreed == null ? "" : Happening.two(asked, agreed);
  }
}
