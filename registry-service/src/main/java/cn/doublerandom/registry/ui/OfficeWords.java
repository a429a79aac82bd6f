package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.office.OfficeLevel;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of “三定”规定 say; English stands in {@code messages/offices_en.properties}. */
@MessageBundle("offices")
public interface OfficeWords {
  @Message("单位的“三定”规定")
  String offices();

  @Message("单位按“三定”规定认领抽查事项：条款的领域涵盖事项的领域、层级相同，方可认领。")
  String why();

  @Message("单位")
  String unit();

  @Message("单位全称，如 清河县交通运输局。")
  String unitHint();

  @Message("层级")
  String level();

  @Message("{#when value}{#is PROVINCE}省{#is CITY}市{#is COUNTY}县{#is STATION}所{/when}")
  String levelOf(OfficeLevel value);

  @Message("文件")
  String document();

  @Message("“三定”规定的名称和文号，200 字以内。")
  String documentHint();

  @Message("条款")
  String clauses();

  @Message("一行一条：条号 | 职责 | 领域。领域有几个的用顿号隔开；可从表格中整块粘贴。例如：第三条第（二）项 | 负责道路运输行业监督管理 | 道路运输、水路运输")
  String clausesHint();

  @Message("条号")
  String number();

  @Message("职责")
  String duty();

  @Message("领域")
  String fields();

  @Message("状态")
  String standing();

  @Message("已登记")
  String registered();

  @Message("等待批准")
  String waits();

  @Message("未登记")
  String missing();

  @Message("{count} 条")
  String count(int count);

  @Message("还没有登记“三定”规定")
  String none();

  @Message("没有“三定”规定的单位不能认领抽查事项。")
  String noneWhy();

  @Message("登记一个单位的“三定”规定")
  String register();

  @Message("登记或更改“三定”规定")
  String change();

  @Message("提请批准")
  String ask();

  @Message("须由审批人批准后生效；批准前仍以原规定为准。")
  String twoPeople();

  @Message("一份“三定”规定等待批准。")
  String waitsTold();

  @Message("去看这份申请")
  String toRequest();

  @Message("这个单位没有登记“三定”规定，不能认领抽查事项。")
  String notYet();

  @Message("已认领的事项")
  String claimed();

  @Message("没有认领事项。")
  String claimedNone();

  @Message("第 {line} 行{#if column}“{column}”{/if}：{text}")
  String atLine(int line, String column, String text);

  @Message("多于三格。请按 条号 | 职责 | 领域 填写。")
  String tooWide();

  @Message("提请登记“三定”规定：{document}")
  String requested(String document);

  @Message("登记“三定”规定：{document}")
  String registeredFact(String document);

  @Message("申请未获批准或已撤回")
  String ended();
}
