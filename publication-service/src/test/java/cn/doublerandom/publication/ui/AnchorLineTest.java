package cn.doublerandom.publication.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.publication.notice.Anchor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorLineTest {
  private static AnchorLine of(String service, long size) {
    return new AnchorLine(new Anchor(service, size, "ab".repeat(32), "", Instant.EPOCH));
  }

  @Test
  void the_newest_checkpoint_is_offered_of_services_that_have_one() {
    assertThat(AnchorLine.newest(List.of(of("draw", 9), of("registry", 3), of("registry", 7))))
        .extracting(line -> line.anchor().service() + " " + line.anchor().size())
        .containsExactly("registry 7", "draw 9");
    assertThat(AnchorLine.newest(List.of())).isEmpty();
  }
}
