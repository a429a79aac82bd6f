package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Where the relations of a part lead (ECMA-376 part 2, 9.3): paths of parts.
 *
 * @param byKind by the last word of their kind
 * @param byId by their id
 */
record XlsxRelations(Map<String, String> byKind, Map<String, String> byId) {
  /** A workbook of twenty sheets has some thirty. */
  static final int MAX_RELATIONS = 1_000;

  static final int MAX_TARGET = 1_024;

  static XlsxRelations of(OfficeFile file, String from)
      throws IOException, XMLStreamException, UnreadableTable {
    int slash = from.lastIndexOf('/') + 1;
    String folder = from.substring(0, slash);
    String path = folder + "_rels/" + from.substring(slash) + ".rels";
    var relations = new XlsxRelations(new HashMap<>(), new HashMap<>());
    if (file.has(path)) {
      int[] count = {0};
      XlsxParts.each(
          file,
          path,
          xml -> {
            if (xml.getLocalName().equals("Relationship")) {
              if (++count[0] > MAX_RELATIONS) {
                throw new UnreadableTable(
                    0, "too-many-relations", "一个部件有 " + MAX_RELATIONS + " 个以上的关联，不是办公软件所写。");
              }
              relations.add(folder, xml);
            }
          });
    }
    return relations;
  }

  private void add(String folder, XMLStreamReader xml) throws UnreadableTable {
    if (XlsxParts.attribute(xml, "TargetMode").equals("External")) {
      return;
    }
    String type = XlsxParts.attribute(xml, "Type");
    String target = XlsxParts.attribute(xml, "Target");
    if (target.length() > MAX_TARGET) {
      throw new UnreadableTable(0, "xml-too-long", "文件内有一处长得不正常的内容，不是办公软件所写。");
    }
    String path = target.startsWith("/") ? target.substring(1) : resolved(folder, target);
    byKind.put(type.substring(type.lastIndexOf('/') + 1), path);
    byId.put(XlsxParts.attribute(xml, "Id"), path);
  }

  /** RFC 3986 §5.2.4, in one pass. */
  static String resolved(String folder, String target) {
    Deque<String> path = new ArrayDeque<>();
    for (String segment : (folder + target).split("/")) {
      if (segment.equals("..")) {
        path.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        path.addLast(segment);
      }
    }
    // A plus is a plus in a path.
    return URLDecoder.decode(String.join("/", path).replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
