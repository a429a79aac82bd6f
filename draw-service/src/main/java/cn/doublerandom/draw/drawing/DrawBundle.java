package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file a stranger verifies a draw with (protocol §8). */
public final class DrawBundle {
  private DrawBundle() {}

  public static Map<String, Object> json(TaskDraws.Executed draw) {
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("protocol", Commit.PROTOCOL);
    bundle.put("commit", draw.commit().json());
    bundle.put("commitHash", draw.commitHash());
    draw.parent()
        .ifPresentOrElse(
            parent -> bundle.put("parent", json(parent)),
            () -> bundle.put("frame", draw.frame().lists().frameJson()));
    bundle.put("inspectors", draw.frame().lists().inspectorsJson());
    bundle.put("recusals", draw.frame().lists().recusalsJson());
    bundle.put("result", draw.result().json());
    if (!draw.certificate().isEmpty()) {
      bundle.put("certificate", draw.certificate());
    }
    bundle.put("resultHash", draw.resultHash());
    draw.salt().ifPresent(salt -> bundle.put("salt", salt));
    return bundle;
  }
}
