/** 中止: obstacles to claiming, which may suspend limitation (Civil Code 194). */
import { DateField, RecordCards, Row, Section, TextField } from '../../components/index.ts';

export function Obstacles() {
  return (
    <Section
      title="客观上不能主张的日子"
      lead="时效最后六个月里，因不可抗力、失去行为能力、继承人没有确定、被对方控制等不能主张的，从障碍消除起再算六个月。"
    >
      <RecordCards
        path="background.obstacles"
        what="障碍"
        addLabel="加一段"
        blank={() => ({ from: '' })}
      >
        {(at) => (
          <>
            <Row>
              <DateField path={`${at}.from`} label="从哪天" required />
              <DateField path={`${at}.to`} label="哪天消除" hint="还没有消除的，空着。" />
            </Row>
            <TextField path={`${at}.note`} label="是什么" placeholder="例如 疫情封控、住院昏迷" />
          </>
        )}
      </RecordCards>
    </Section>
  );
}
