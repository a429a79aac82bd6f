package cn.doublerandom.draw.exclusion;

import cn.doublerandom.draw.AgreementRejection;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is left out of a draw on the strength of a letter. */
class ExclusionReasonTest {
  private final DeciderSpecification<ExclusionCommand, ExclusionEvent, ExclusionList> list =
      DeciderSpecification.of(new ExclusionDecider());

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "e", "x1", "。。。"})
  void an_exclusion_is_asked_for_with_reason_and_evidence_in_words(String nothing) {
    list.given()
        .when(
            new ExclusionCommand.RequestExclusion(
                new HandExclusion("S1", "OTHER", "正在搬迁", nothing, null), "coordinator"))
        .thenRejected(AgreementRejection.EVIDENCE_MISSING);
    list.given()
        .when(
            new ExclusionCommand.RequestExclusion(
                new HandExclusion("S1", "OTHER", nothing, "现场照片", null), "coordinator"))
        .thenRejected(AgreementRejection.REASON_MISSING);
  }
}
