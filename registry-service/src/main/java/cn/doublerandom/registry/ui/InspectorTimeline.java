package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.registry.application.InspectorStory;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.Recusal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to an inspector's entry, in words. */
final class InspectorTimeline {
  private final InspectorWords words;
  private final RegistryWords registry;

  InspectorTimeline(InspectorWords words, RegistryWords registry) {
    this.words = words;
    this.registry = registry;
  }

  List<Happening> of(List<InspectorStory.Happened> story) {
    return story.stream().map(this::line).toList();
  }

  private Happening line(InspectorStory.Happened happened) {
    Said said = said(happened.event());
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

  private Said said(InspectorEvent event) {
    return switch (event) {
      case InspectorEvent.InspectorRegistered e -> new Said(words.registered(), "", "");
      case InspectorEvent.InspectorRevised e ->
          new Said(words.revised(), "", two(e.requestedBy(), e.approvedBy()));
      case InspectorEvent.ErasureRequested e -> new Said(words.erasureAsked(), e.reason(), "");
      case InspectorEvent.ErasureRequestEnded e ->
          new Said(
              e.withdrawn() ? words.erasureWithdrawn() : words.erasureDeclined(), e.reason(), "");
      case InspectorEvent.ErasureApproved e -> new Said(words.erasureApproved(), "", "");
      case InspectorEvent.ConflictsDeclared e ->
          new Said(
              words.conflictsDeclared(subjects(e.recusals())),
              "",
              two(e.requestedBy(), e.approvedBy()));
      case InspectorEvent.ConflictsRevoked e ->
          new Said(
              words.conflictsRevoked(subjects(e.recusals())),
              "",
              two(e.requestedBy(), e.approvedBy()));
      case InspectorEvent.RecusalsRequested e ->
          new Said(
              e.revokedFor() == null
                  ? words.recusalsAsked(subjects(e.recusals()))
                  : words.revocationAsked(subjects(e.recusals())),
              Objects.requireNonNullElse(e.revokedFor(), ""),
              "");
      case InspectorEvent.RecusalRequestsEnded e -> {
        String subjects = String.join(", ", e.subjects());
        yield new Said(
            e.withdrawn() ? words.recusalsWithdrawn(subjects) : words.recusalsDeclined(subjects),
            e.reason(),
            "");
      }
      case InspectorEvent.LeaveGranted e ->
          new Said(
              words.leaveGranted(e.leave().from(), e.leave().until()),
              e.leave().reason(),
              two(e.requestedBy(), e.approvedBy()));
      case InspectorEvent.AbsenceRequested e ->
          new Said(words.absenceAsked(asked(e)), e.leave() == null ? "" : e.leave().reason(), "");
      case InspectorEvent.AbsenceRequestEnded e ->
          new Said(
              e.withdrawn() ? words.absenceWithdrawn() : words.absenceDeclined(), e.reason(), "");
      case InspectorEvent.InspectorImportUndone e ->
          new Said(
              registry.importUndone(e.effective().toString()),
              e.reason(),
              two(e.requestedBy(), e.approvedBy()));
    };
  }

  private String asked(InspectorEvent.AbsenceRequested e) {
    return e.leave() == null
        ? words.revised()
        : words.leaveGranted(e.leave().from(), e.leave().until());
  }

  private static String subjects(List<Recusal> recusals) {
    return recusals.stream().map(Recusal::subject).distinct().collect(Collectors.joining(", "));
  }

  private String two(@Nullable String asked, @Nullable String agreed) {
    return asked == null || agreed == null ? "" : Happening.two(asked, agreed);
  }
}
