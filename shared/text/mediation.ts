/**
 * The five statements on mediation before trial, word for word from the official complaint form
 * (法〔2025〕82号, 民事起诉状（民间借贷纠纷）). The party says of each whether it is understood.
 */
export const MEDIATION_BENEFITS: readonly string[] = [
  '1. 立案后选择先行调解的，可以很快启动调解程序。如不同意调解，法院将依程序开庭审理案件，但可能需要经过较长一段时间的排期等待，且审理、执行周期相对较长。',
  '2. 选择先行调解，调解成功且自动履行的免交诉讼费用，申请司法确认的不交纳诉讼费用，要求出具调解书的减半交纳诉讼费用。',
  '3. 首次调解不成功，但仍有继续调解意愿的，可以选择更换调解组织和调解员再进行调解。调解无法达成一致意见的，法院将依程序排期开庭。',
  '4. 依照法律规定，调解具有保密性要求，调解过程不公开，调解协议未经当事人同意不得公开。',
  '5. 调解达成的协议具有法律效力，可以依照法律规定申请司法确认，具有强制执行效力。',
];
