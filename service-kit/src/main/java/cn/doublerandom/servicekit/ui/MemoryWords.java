package cn.doublerandom.servicekit.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of 运行 say; English stands in {@code messages/memory_en.properties}. */
@MessageBundle("memory")
public interface MemoryWords {
  @Message("运行：{service}")
  String memoryOf(String service);

  @Message(
      "{#switch service}{#case 'registry'}一单两库{#case 'draw'}计划和抽取{#case 'insp"
          + "ection'}检查{#case 'publication'}公示{#else}{service}{/switch}")
  String serviceOf(String service);

  @Message("这一部分的账本、消息、读模型和定时器现在怎样，什么放在一边等人处理。业务不因打开本页而改变。")
  String intro();

  @Message("搁置的消息已经重新处理。")
  String retried();

  @Message("最早的一条搁置消息已经放弃，理由已记入账本。")
  String skipped();

  @Message("读模型正在旁边重新建立，建好后自动换上；在此之前照旧可以查询。")
  String filling();

  @Message("现在")
  String now();

  @Message("各部分正常，没有需要处理的。")
  String allWell();

  @Message("各部分运转正常；下面有放在一边的，等人处理。")
  String wellButAside();

  @Message("有 {count} 个部分不正常：")
  String inTrouble(int count);

  @Message("部分")
  String part();

  @Message("意味着")
  String means();

  @Message("怎么办")
  String todo();

  @Message("原话")
  String said();

  @Message("账本最后一号")
  String head();

  @Message("已编号的事件")
  String headOf();

  @Message("未编号")
  String unsequenced();

  @Message("已提交的事件，应接近 0")
  String unsequencedOf();

  @Message("待发送")
  String backlog();

  @Message("还没有到消息系统的消息")
  String backlogOf();

  @Message("搁置的键")
  String parkedKeys();

  @Message("有消息没能采用")
  String parkedKeysOf();

  @Message("来路不明的消息")
  String strays();

  @Message("接不上主题前一条")
  String straysOf();

  @Message("停住的定时器")
  String stuckTimers();

  @Message("试过十次仍未触发")
  String stuckTimersOf();

  @Message("主节点")
  String leader();

  @Message("还没有主节点")
  String noLeader();

  @Message("自 {since} 起，第 {epoch} 次接任")
  String leads(String since, long epoch);

  @Message("在岗")
  String leaseFresh();

  @Message("6 秒没有续约")
  String leaseLost();

  @Message("数据库占用")
  String disk();

  @Message("{size} 兆字节")
  String megabytes(String size);

  @Message("最久的写入事务")
  String writer();

  @Message("已 {seconds} 秒未结束")
  String writerSeconds(int seconds);

  @Message("读模型")
  String models();

  @Message("页面和查询读的是读模型，由账本逐条折叠而成，随时可以从账本重建，不会丢失内容。“落后”指账本已有、页面还看不到的条数。")
  String modelsWhat();

  @Message("其他部分告知的名录在这里的副本，由对方的主题读来，可以从头再读一遍。")
  String copyWhat();

  @Message("读模型")
  String model();

  @Message("读模型 {name}")
  String modelNamed(String name);

  @Message("种类")
  String kind();

  @Message("外来副本")
  String copy();

  @Message("本部分账本")
  String ofOwn();

  @Message("号")
  String seq();

  @Message("落后")
  String lag();

  @Message("状态")
  String stands();

  @Message("正在重建")
  String isFilling();

  @Message("落后")
  String isBehind();

  @Message("跟上")
  String isCurrent();

  @Message("正在使用")
  String isLive();

  @Message("第几次建立")
  String fillingNumber();

  @Message("程序版本")
  String version();

  @Message("可以离开本页，过一会儿再来看。")
  String comeBack();

  @Message("重建")
  String rebuild();

  @Message("在旁边从头重新建立，建好后一次换上；重建期间照旧可以查询。内容多时要几分钟。")
  String rebuildWhat();

  @Message("返回运行情况")
  String back();

  @Message("搁置的消息")
  String parkedRecords();

  @Message("其他部分发来、这里没能采用的消息。同一个键后来的消息排在它后面等，别的键不受影响。")
  String parkedWhat();

  @Message("没有搁置的消息。")
  String noneParked();

  @Message("消息")
  String event();

  @Message("来自主题")
  String source();

  @Message("键")
  String key();

  @Message("原因")
  String why();

  @Message("处理")
  String see();

  @Message("读模型中搁置的流")
  String parkedStreams();

  @Message("读模型存不下其中一个事件的流；页面上只看到它此前的内容。账本是完整的。")
  String streamsWhat();

  @Message("没有搁置的流。")
  String noStreams();

  @Message("流")
  String stream();

  @Message("没有采用，只供查看；查清是谁写的再处理。来源恢复正常后会自己消失。")
  String straysWhat();

  @Message("没有来路不明的消息。")
  String noStrays();

  @Message("{#switch kind}{#case 'WAITING'}等待签封{#case 'GAP'}缺前一条{#else}无人认可{/switc" + "h}")
  String strayOf(String kind);

  @Message("定时器")
  String timers();

  @Message("到期自动办理的事，例如逾期提醒；按业务时间触发。列出最近的 50 个，没触发成的在前。")
  String timersWhat();

  @Message("没有等待的定时器。")
  String noTimers();

  @Message("关于")
  String about();

  @Message("到期")
  String due();

  @Message("由谁设定")
  String setBy();

  @Message("试过")
  String attempts();

  @Message("停住")
  String stuck();

  @Message("将再试")
  String triedAgain();

  @Message("等待")
  String waits();
}
