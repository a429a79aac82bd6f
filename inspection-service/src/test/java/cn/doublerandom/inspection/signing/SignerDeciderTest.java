package cn.doublerandom.inspection.signing;

import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_FOREIGN;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_REVOKED;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_STANDS;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.signing.SignerCommand.EnrolKey;
import cn.doublerandom.inspection.signing.SignerCommand.RevokeKey;
import cn.doublerandom.inspection.signing.SignerEvent.SigningKeyEnrolled;
import cn.doublerandom.inspection.signing.SignerEvent.SigningKeyRevoked;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignerDeciderTest {
  private static final PhoneKey PHONE = PhoneKey.made();
  private static final PhoneKey OTHER = PhoneKey.made();
  private static final String ME = "JC003";

  private final DeciderSpecification<SignerCommand, SignerEvent, Signer> signer =
      DeciderSpecification.of(new SignerDecider());

  private static EnrolKey enrol(PhoneKey key) {
    return new EnrolKey(ME, key.publicKey(), key.proof(ME));
  }

  @Test
  void who_holds_a_key_enrols_it() {
    signer.given().when(enrol(PHONE)).then(new SigningKeyEnrolled(ME, PHONE.known()));
  }

  @Test
  void a_key_somebody_else_holds_is_not_enrolled() {
    signer
        .given()
        .when(new EnrolKey(ME, PHONE.publicKey(), OTHER.proof(ME)))
        .thenRejected(SIGNATURE_UNFIT);
    signer
        .given()
        .when(new EnrolKey(ME, PHONE.publicKey(), PHONE.proof("JC004")))
        .thenRejected(SIGNATURE_UNFIT);
    signer.given().when(new EnrolKey(ME, "AAAA", PHONE.proof(ME))).thenRejected(SIGNING_KEY_UNFIT);
    signer
        .given()
        .when(new EnrolKey(ME, PHONE.publicKey(), "no base64!"))
        .thenRejected(SIGNATURE_UNFIT);
  }

  @Test
  void another_key_waits_until_the_first_is_revoked() {
    var keyed = signer.given(new SigningKeyEnrolled(ME, PHONE.known()));
    assertThat(keyed.when(enrol(PHONE)).events()).isEmpty();
    keyed.when(enrol(OTHER)).thenRejected(SIGNING_KEY_STANDS);
    signer
        .given(
            new SigningKeyEnrolled(ME, PHONE.known()),
            new SigningKeyRevoked(PHONE.known().id(), ME, "手机遗失"))
        .when(enrol(OTHER))
        .then(new SigningKeyEnrolled(ME, OTHER.known()));
  }

  @Test
  void a_phone_without_ed25519_signs_on_p256() {
    PhoneKey phone = PhoneKey.madeOnP256();
    byte[] message = "message".getBytes(UTF_8);
    signer.given().when(enrol(phone)).then(new SigningKeyEnrolled(ME, phone.known()));
    assertThat(phone.known().verifies(message, phone.signs(message))).isTrue();
    assertThat(phone.known().verifies(message, PHONE.signs(message))).isFalse();
    assertThat(phone.known().verifies("another".getBytes(UTF_8), phone.signs(message))).isFalse();
    byte[] noPoint = Base64.getDecoder().decode(phone.publicKey());
    noPoint[64] ^= 1;
    signer
        .given()
        .when(new EnrolKey(ME, Base64.getEncoder().encodeToString(noPoint), phone.proof(ME)))
        .thenRejected(SIGNING_KEY_UNFIT);
  }

  @Test
  void a_key_that_was_revoked_is_not_enrolled_again() {
    signer
        .given(
            new SigningKeyEnrolled(ME, PHONE.known()),
            new SigningKeyRevoked(PHONE.known().id(), ME, "手机遗失"))
        .when(enrol(PHONE))
        .thenRejected(SIGNING_KEY_REVOKED);
  }

  @Test
  void a_key_is_revoked_by_who_holds_it_or_by_who_answers_for_all() {
    var keyed = signer.given(new SigningKeyEnrolled(ME, PHONE.known()));
    keyed.when(new RevokeKey(ME, "JC004", false, "手机遗失")).thenRejected(SIGNING_KEY_FOREIGN);
    keyed.when(new RevokeKey(ME, ME, false, "1")).thenRejected(REASON_UNFIT);
    keyed
        .when(new RevokeKey(ME, "coordinator", true, "手机遗失"))
        .then(new SigningKeyRevoked(PHONE.known().id(), "coordinator", "手机遗失"));
    signer.given().when(new RevokeKey(ME, ME, false, "手机遗失")).thenRejected(SIGNING_KEY_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10,10 60,20 90,30 120,40 150,50 180,60 210,70 240,80 | true",
        "10,10 60,20 90,30;120,40 150,50 180,60;210,70 240,80 | true",
        "10,10 60,20 90,30 | false",
        "10,10 10,11 10,12 10,13 10,14 10,15 10,16 10,17 10,18 | false",
        "10,10 60,20 90,30 120,40 150,50 180,60 210,70 1001,80 | false",
        "10,10 60,20 90,30 120,40 150,50 180,60 210,70 240,401 | false",
        "<svg> | false",
        "'' | false"
      })
  void a_hand_writes_more_than_a_dot_and_stays_on_the_glass(String strokes, boolean isHand) {
    assertThat(SignatureSheet.areStrokes(strokes)).isEqualTo(isHand);
  }
}
