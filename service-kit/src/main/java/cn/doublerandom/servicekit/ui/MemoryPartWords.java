package cn.doublerandom.servicekit.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What each part of the memory is, what its trouble means and what to do, as docs/operations.md
 * says; English stands in {@code messages/memorypart_en.properties}.
 */
@MessageBundle("memorypart")
public interface MemoryPartWords {
  @Message(
      "{#when part}{#is WRITER}未结束的写入{#is BACKLOG}待发送积压{#is BROKER}消息系统{#is O"
          + "LDER}数据库较早{#is DISK}数据库磁盘{#is RELAY}发送{#is LEDGER}账本编号{#is STRAYS}来路不明"
          + "的消息{#is GAPS}缺前一条的消息{#is FOREIGN}别人写进本主题的消息{#is WITNESS}外部见证{#is CHECK"
          + "POINT}检查点签名"
          + "{#is NOTICES}公示账本"
          + "{#is NOTICES_WITNESS}公示账本的外部见证"
          + "{#is EVIDENCE}证据存放处"
          + "{#is TIMER}定时器{#is PARKED}读模型中搁置的流{#is MODEL}读模型{#is COPY}外"
          + "来名录的副本{#is OTHER}其他{/when}")
  String partOf(MemoryPart part);

  @Message(
      "{#when part}{#is WRITER}数据库里有一个事务一直没有结束，后来的事件暂不编号；没有丢失，只是都在等。{#is BACK"
          + "LOG}等待发送的消息太多，新的办理被拒绝（store-overloaded），发出以后自行恢复。{#is BROKER}消息系统没有应答。"
          + "办理照常受理，恢复后按顺序发出。{#is OLDER}数据库比外界知道的要早（例如刚由备份恢复）。可以查询，不受理任何办理。{#is DIS"
          + "K}数据库的磁盘已满。办理被拒绝（storage-full），没有办到一半的；有空间后自行恢复。{#is RELAY}消息暂时发不出去，会自"
          + "己再试；账本不受影响。{#is LEDGER}事件暂时得不到编号，会自己再试。{#is STRAYS}有消息接不上本主题的前一条，没有采用："
          + "可能有人写入了不该写的主题。{#is GAPS}发送方的消息前面少了一条，本部分未就绪；主题会在几秒内自行重读。{#is FOREIGN}本"
          + "部分的主题上有不是本部分发出的消息。{#is WITNESS}外部见证没有应答或不认可检查点。办理照常，新的检查点暂无见证签名。{#is C"
          + "HECKPOINT}检查点没有签成。账本的末尾如被截断，就不再签名。"
          + "{#is NOTICES}公示账本暂时没有加入新的公示，或者没有签名；公示照常公开、照常可以查阅，证明晚些才有。"
          + "{#is NOTICES_WITNESS}公示账本的外部见证没有应答或不认可检查点，新的检查点暂无见证签名。"
          + "{#is EVIDENCE}存放证据的桶（S3）没有应答或者不接受。证据存不进、看不了（evidence-away），没有存到一半的；其他办理照常。"
          + "{#is TIMER}有定时器没有触发成功，会隔一段时间再试，十次以后不"
          + "再试。{#is PARKED}读模型存不下某个事件，只搁置这一个流，其他的照常显示。{#is MODEL}读模型停住了：显示的内容停在某一号"
          + "，账本照常。{#is COPY}其他部分告知的名录没有跟上。{#is OTHER}本页没有这一部分的说明，请看右边的原话。{/when}")
  String meaningOf(MemoryPart part);

  @Message(
      "{#when part}{#is WRITER}按“原话”中的账号和进程号，请数据库管理员结束那个事务。{#is BACKLOG}先让消息系"
          + "统恢复；不需要别的操作。{#is BROKER}检查并启动消息系统；不需要别的操作。{#is OLDER}按 docs/operations"
          + ".md“较早的数据库”一节：有更新的副本就换上，没有再由负责人决定放弃哪些记录。{#is DISK}清理或扩大磁盘；预写日志另放一个卷。{#"
          + "is RELAY}消息系统如正常，等它自己恢复；持续十分钟以上请看日志。{#is LEDGER}持续几分钟以上请看日志，并查“未结束的写入”"
          + "。{#is STRAYS}看下面“来路不明的消息”，查是谁写的，收回其写入权限。{#is GAPS}一分钟以后仍在，停机执行 ./suite"
          + " rebuild-topics。{#is FOREIGN}收回其他账号对该主题的写入权限，再停机执行 ./suite rebuild-top"
          + "ics。{#is WITNESS}联系见证方，核对网络和时钟。{#is CHECKPOINT}执行 ./suite audit，它会指出第一"
          + "条不对的记录。"
          + "{#is NOTICES}看日志；用公示服务的地址执行 ./suite verify notices，它会指出哪里不对。"
          + "{#is NOTICES_WITNESS}联系见证方；除账本的公钥外，它还要有公示账本的公钥。"
          + "{#is EVIDENCE}检查桶、网络和 suite.evidence.s3 的各项设置；恢复以后不需要别的操作，没有传完的由手机接着传。"
          + "{#is TIMER}看下面“定时器”中的原因，排除以后它会自己触发。{#is PARKED}看下面“读模型中搁置的流”，修好"
          + "原因后重建。{#is MODEL}看原话；升级程序或修好数据库后它会继续，不行再重建。{#is COPY}先看消息系统；不行再重建这个副本。"
          + "{#is OTHER}看日志。{/when}")
  String todoOf(MemoryPart part);
}
