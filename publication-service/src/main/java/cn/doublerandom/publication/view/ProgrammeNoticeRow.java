package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One programme notice. */
@Entity
@Table(name = "programme_notice_view")
class ProgrammeNoticeRow extends Document {}
