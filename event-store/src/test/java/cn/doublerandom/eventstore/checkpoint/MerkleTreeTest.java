package cn.doublerandom.eventstore.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  @Test
  void roots_are_those_of_certificate_transparency() throws Exception {
    JsonNode vectors =
        EventCodec.mapper()
            .readTree(Files.readString(Path.of("../docs/vectors/rfc6962_roots.json")));
    var growing = new MerkleTree.Growing();
    List<byte[]> leaves = new ArrayList<>();
    for (int size = 0; size < vectors.get("root_by_size").size(); size++) {
      String root = vectors.get("root_by_size").get(size).asText();
      assertThat(HexFormat.of().formatHex(growing.root())).isEqualTo(root);
      assertThat(HexFormat.of().formatHex(MerkleTree.root(leaves))).isEqualTo(root);
      if (size < vectors.get("leaves_hex").size()) {
        byte[] leaf = HexFormat.of().parseHex(vectors.get("leaves_hex").get(size).asText());
        growing.add(leaf);
        leaves.add(MerkleTree.leaf(leaf));
      }
    }
  }
}
