package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.publication.notice.NoticeCodec;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.publication.signin.SignInCodec;
import cn.doublerandom.publication.signin.SignInDecider;
import cn.doublerandom.publication.signin.SignInEvent.SignInNoted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Each entry of a gateway has its row. */
class SignInProjectionTest {
  private static final Instant NINE = Instant.parse("2023-03-15T01:00:00Z");

  private static SignIn entry(long number, SignIn.What what) {
    return new SignIn(
        "registrar",
        NINE,
        "00112233445566aa",
        "",
        "",
        1,
        number,
        "ab".repeat(32),
        null,
        "",
        "",
        1,
        what);
  }

  @Test
  void each_entry_has_its_row_and_nothing_else_has() {
    SignIn in = entry(1, SignIn.What.SIGNED_IN);
    SignIn out = entry(2, SignIn.What.SIGNED_OUT);
    var anchor = new Anchor("draw", 7, "cd".repeat(32), "note", NINE);

    var rows =
        ProjectionSpecification.over(log ->
                new SignInProjection(
                    new SignInView(),
                    new CommandHandler<>(log, new SignInDecider(), SignInCodec.ofEvents())))
            .given(
                SignInCodec.ofEvents(), PublicationStreams.SIGN_IN.of(in.id()), new SignInNoted(in))
            .given(
                NoticeCodec.ofEvents(),
                PublicationStreams.ANCHOR.of(anchor.id()),
                new NoticeEvent.AnchorNoted(anchor))
            .given(
                SignInCodec.ofEvents(),
                PublicationStreams.SIGN_IN.of(out.id()),
                new SignInNoted(out))
            .rows("sign_in_view", SignIn.class);

    assertThat(rows).containsOnlyKeys(in.id(), out.id()).containsValues(in, out);
  }
}
