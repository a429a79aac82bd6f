package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.ResultStory;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.ui.Desk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a result says was done just now, as the address it was sent to has it. It is said
 * where it did happen: an address is typed by anybody.
 */
final class NowDone {
  private NowDone() {}

  static @Nullable String of(List<ResultStory.Happened> story, Desk desk) {
    String word = desk.here().value("done");
    return story.stream().anyMatch(happened -> isToldBy(word, happened.event()))
        ? said(word, desk)
        : null;
  }

  private static boolean isToldBy(String word, ResultEvent event) {
    return switch (word) {
      case "published" -> event instanceof ResultEvent.ResultPublished;
      case "asked" ->
          event instanceof ResultEvent.CorrectionAsked
              || event instanceof ResultEvent.WithdrawalAsked
              || event instanceof ResultEvent.RejectionAsked
              || event instanceof ResultEvent.RepairProposed;
      case "corrected" -> event instanceof ResultEvent.ResultCorrected;
      case "withdrawn" -> event instanceof ResultEvent.PublicationWithdrawn;
      case "ended" -> event instanceof ResultEvent.PublicationEnded;
      case "unrepaired" -> event instanceof ResultEvent.RepairRefused;
      case "declined" -> event instanceof ResultEvent.ChangeDeclined;
      case "takenback" -> event instanceof ResultEvent.ChangeTakenBack;
      case "answered" -> event instanceof ResultEvent.ObjectionDecided;
      case "proposed" -> event instanceof ResultEvent.DisciplineProposed;
      case "endorsed" -> event instanceof ResultEvent.DisciplineApproved;
      case "opposed" -> event instanceof ResultEvent.DisciplineDeclined;
      case "retracted" -> event instanceof ResultEvent.DisciplineTakenBack;
      default -> false;
    };
  }

  private static @Nullable String said(String word, Desk desk) {
    PublicationWords words = desk.words(PublicationWords.class);
    DisciplineWords joint = desk.words(DisciplineWords.class);
    RepairWords repair = desk.words(RepairWords.class);
    return switch (word) {
      case "published" -> words.nowPublic();
      case "asked" -> words.asked();
      case "corrected" -> words.decidedCorrected();
      case "withdrawn" -> words.tWithdrawn();
      case "ended" -> repair.nowEnded();
      case "unrepaired" -> repair.nowRefused();
      case "declined" -> words.decidedDeclined();
      case "takenback" -> desk.words(TakingBackWords.class).now();
      case "answered" -> desk.words(ObjectionWords.class).answeredNow();
      case "proposed" -> joint.nowProposed();
      case "endorsed" -> joint.nowApproved();
      case "opposed" -> joint.nowDeclined();
      case "retracted" -> desk.words(TakingBackWords.class).disciplineNow();
      default -> null;
    };
  }
}
