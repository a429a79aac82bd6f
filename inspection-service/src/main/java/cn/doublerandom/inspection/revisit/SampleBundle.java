package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.FrozenLists;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file a stranger verifies a sample with: that of any draw in the open (protocol §8). */
public final class SampleBundle {
  private SampleBundle() {}

  /** Its members; the visits by their ids, the officers by their numbers, and nothing found. */
  public static Map<String, Object> json(Sample.Drawn sample) {
    FrozenLists lists = sample.frozen().lists();
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("protocol", Commit.PROTOCOL);
    bundle.put("commit", sample.commit().json());
    bundle.put("commitHash", sample.commit().hash());
    bundle.put("frame", lists.frameJson());
    bundle.put("inspectors", lists.inspectorsJson());
    bundle.put("recusals", lists.recusalsJson());
    bundle.put("result", sample.result().json());
    bundle.put("certificate", sample.certificate());
    bundle.put("resultHash", sample.result().hash());
    return bundle;
  }
}
