/** Pages, zoom, rotation and drawing, in one line above the pages. */
import {
  BorderOutlined,
  ColumnWidthOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, InputNumber, Tooltip } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  page: number;
  count: number;
  scale: number;
  fitted: boolean;
  drawing: boolean;
  /** Empty: marks can be drawn. */
  noMarks: string;
  onPage: (page: number) => void;
  onZoomBy: (steps: number) => void;
  onFit: () => void;
  onTurn: () => void;
  onDraw: () => void;
}

export function Toolbar(p: Props) {
  const tool = (
    label: string,
    tip: string,
    icon: ReactNode,
    onClick: () => void,
    disabled = false,
  ) => (
    <Tooltip title={tip}>
      <Button
        size="small"
        type="text"
        icon={icon}
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      />
    </Tooltip>
  );
  return (
    <div className="viewer-tools" role="toolbar" aria-label="翻页、缩放和标记">
      {p.count > 1 ? (
        <span className="viewer-tool-group">
          {tool(
            '上一页',
            '上一页（PageUp）',
            <LeftOutlined />,
            () => p.onPage(p.page - 1),
            p.page <= 1,
          )}
          <InputNumber
            size="small"
            controls={false}
            min={1}
            max={p.count}
            value={p.page}
            aria-label={`第几页，共 ${p.count} 页`}
            className="viewer-page-input"
            onChange={(value) => {
              if (typeof value === 'number' && value !== p.page) p.onPage(value);
            }}
          />
          <span className="num grey">/ {p.count}</span>
          {tool(
            '下一页',
            '下一页（PageDown）',
            <RightOutlined />,
            () => p.onPage(p.page + 1),
            p.page >= p.count,
          )}
        </span>
      ) : null}
      <span className="viewer-tool-group">
        {tool('缩小', '缩小（-）', <ZoomOutOutlined />, () => p.onZoomBy(-1))}
        <span className="num grey viewer-scale">{Math.round(p.scale * 100)}%</span>
        {tool('放大', '放大（+）', <ZoomInOutlined />, () => p.onZoomBy(1))}
        {tool('合适的宽度', '合适的宽度（0）', <ColumnWidthOutlined />, p.onFit, p.fitted)}
        {tool('转 90 度', '只转着看，文件不变（R）', <RotateRightOutlined />, p.onTurn)}
      </span>
      <Tooltip title={p.noMarks || '把关键的一处框起来，连到一条记录上'}>
        <Button
          size="small"
          icon={<BorderOutlined />}
          type={p.drawing ? 'primary' : 'default'}
          aria-pressed={p.drawing}
          disabled={p.noMarks !== ''}
          onClick={p.onDraw}
        >
          画框
        </Button>
      </Tooltip>
    </div>
  );
}
