package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What stands on the topic of notices of one result. */
@Entity
@Table(name = "told_result_view")
class ToldResultRow extends Document {}
