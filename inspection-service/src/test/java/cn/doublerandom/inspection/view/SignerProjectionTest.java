package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signing.KeyUse;
import cn.doublerandom.inspection.signing.PhoneKey;
import cn.doublerandom.inspection.signing.SignerDecider;
import cn.doublerandom.inspection.signing.SignerEvent;
import cn.doublerandom.inspection.signing.SignerEvent.SigningKeyEnrolled;
import cn.doublerandom.inspection.signing.SignerEvent.SigningKeyRevoked;
import cn.doublerandom.inspection.signing.SignerLine;
import cn.doublerandom.inspection.signing.SigningKey;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitEvent.OfficerSigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every account that has or had a key is listed, so that one that is lost is found. */
class SignerProjectionTest {
  private static final EventCodec<SignerEvent> CODEC = new EventCodec<>(SignerEvent.class);
  private static final EventCodec<VisitEvent> VISITS = new EventCodec<>(VisitEvent.class);
  private static final SigningKey FIRST = PhoneKey.made().known();
  private static final SigningKey SECOND = PhoneKey.made().known();

  private static SignerLine row(SignerEvent... events) {
    Map<String, SignerLine> rows =
        ProjectionSpecification.over(store ->
                new SignerProjection(
                    new SignerView(),
                    new CommandHandler<>(store, new SignerDecider(), CODEC),
                    VISITS))
            .given(CODEC, VisitStreams.SIGNER.of("jc001"), events)
            .rows("signer_view", SignerLine.class);
    assertThat(rows).containsOnlyKeys("jc001");
    return rows.values().iterator().next();
  }

  private static OfficerSigned signed(@Nullable String keyId, int day) {
    return new OfficerSigned(
        new OfficerSignature("JC001", "a".repeat(64), keyId, null, LocalDate.of(2023, 4, day)));
  }

  @Test
  void a_key_is_shown_with_the_day_on_which_it_last_signed_whenever_a_phone_tells_of_it() {
    Map<String, KeyUse> rows =
        ProjectionSpecification.over(store ->
                new SignerProjection(
                    new SignerView(),
                    new CommandHandler<>(store, new SignerDecider(), CODEC),
                    VISITS))
            .given(CODEC, VisitStreams.SIGNER.of("jc001"), new SigningKeyEnrolled("JC001", FIRST))
            .given(VISITS, VisitStreams.VISIT.of("D-S1"), signed(FIRST.id(), 3))
            .given(VISITS, VisitStreams.VISIT.of("D-S2"), signed(FIRST.id(), 9))
            .given(VISITS, VisitStreams.VISIT.of("D-S3"), signed(FIRST.id(), 5), signed(null, 11))
            .rows("signer_use_view", KeyUse.class);

    assertThat(rows)
        .isEqualTo(Map.of(FIRST.id(), new KeyUse(FIRST.id(), LocalDate.of(2023, 4, 9))));
  }

  @Test
  void an_account_is_listed_with_the_key_it_signs_with_now_and_those_it_lost() {
    var enrolled = new SigningKeyEnrolled("JC001", FIRST);
    var lost = new SigningKeyRevoked(FIRST.id(), "coordinator", "手机遗失");

    assertThat(row(enrolled)).isEqualTo(new SignerLine("jc001", FIRST.id(), List.of()));
    assertThat(row(enrolled, lost)).isEqualTo(new SignerLine("jc001", null, List.of(FIRST.id())));
    assertThat(row(enrolled, lost, new SigningKeyEnrolled("JC001", SECOND)))
        .isEqualTo(new SignerLine("jc001", SECOND.id(), List.of(FIRST.id())));
  }
}
