package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signing.PhoneKey;
import cn.doublerandom.inspection.signing.SignerDecider;
import cn.doublerandom.inspection.signing.SignerEvent;
import cn.doublerandom.inspection.signing.SignerEvent.SigningKeyEnrolled;
import cn.doublerandom.inspection.signing.SignerEvent.SigningKeyRevoked;
import cn.doublerandom.inspection.signing.SignerLine;
import cn.doublerandom.inspection.signing.SigningKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every account that has or had a key is listed, so that one that is lost is found. */
class SignerProjectionTest {
  private static final EventCodec<SignerEvent> CODEC = new EventCodec<>(SignerEvent.class);
  private static final SigningKey FIRST = PhoneKey.made().known();
  private static final SigningKey SECOND = PhoneKey.made().known();

  private static SignerLine row(SignerEvent... events) {
    Map<String, SignerLine> rows =
        ProjectionSpecification.over(store ->
                new SignerProjection(
                    new SignerView(), new CommandHandler<>(store, new SignerDecider(), CODEC)))
            .given(CODEC, VisitStreams.SIGNER.of("jc001"), events)
            .rows("signer_view", SignerLine.class);
    assertThat(rows).containsOnlyKeys("jc001");
    return rows.values().iterator().next();
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
