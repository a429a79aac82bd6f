package cn.doublerandom.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A register of firms as a county would send it, each with a valid code. */
final class SampleRegister {
  private static final String HEADS = "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,行政区划,行业代码\n";
  private static final String[] TRADES = {"货运", "客运", "物流", "维修", "驾培", "危货", "仓储", "出租"};
  private static final String[] WORDS = {
    "顺达", "泰业", "鸿运", "联盛", "广源", "瑞通", "恒安", "金羊", "华北", "冀南", "清凉", "葛仙"
  };

  private SampleRegister() {}

  /** A csv with so many firms. */
  static Path table(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADS);
      for (int i = 0; i < rows; i++) {
        String trade = TRADES[i % TRADES.length];
        out.write(
            String.join(
                ",",
                code(i),
                name(i),
                "企业",
                "道路运输、道路" + trade,
                i % 10 == 0 ? "C" : "B",
                "存续",
                "行政审批局",
                "20%02d-%02d-01".formatted(i % 22, 1 + i % 12),
                "示例路" + i % 999 + "号",
                "13%02d%02d".formatted(1 + i % 11, 1 + i % 30),
                "54%02d".formatted(30 + i % 9)));
        out.write('\n');
      }
    }
    return file;
  }

  /** The name of the firm with a number. */
  static String name(int number) {
    return "示例"
        + WORDS[number % WORDS.length]
        + WORDS[number / 12 % WORDS.length]
        + number
        + TRADES[number % TRADES.length]
        + "有限公司";
  }

  /** So many inspectors of two units. */
  static Path people(Path file, int count) throws IOException {
    List<String> lines = new ArrayList<>(List.of("编号,姓名,单位,执法证号,执法证有效期至,专长,状态"));
    for (int i = 0; i < count; i++) {
      lines.add(
          "JC%05d,示例人员%d,%s,130534%07d,%d-12-31,道路客运,在岗"
              .formatted(
                  i,
                  i,
                  i % 2 == 0 ? "综合行政执法大队" : "法制安全科",
                  i,
                  LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 2));
    }
    return Files.write(file, lines);
  }

  /** The one item they are all inspected by. */
  static Path items(Path file) throws IOException {
    return Files.write(
        file,
        List.of(
            "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式",
            "JT-DY-01,道路运输经营许可情况检查,《中华人民共和国道路运输条例》第六十三条,一般,县,道路运输,实地检查"));
  }

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};

  /** Its code, valid by GB 32100. */
  static String code(int number) {
    String organisation = "%08d".formatted(number);
    int sum = 0;
    for (int i = 0; i < ORGANISATION.length; i++) {
      sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION[i];
    }
    String body = "91130534" + organisation + "0123456789X".charAt((11 - sum % 11) % 11);
    int total = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      total += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return body + ALPHABET.charAt((31 - total % 31) % 31);
  }
}
