/** Chinese words and the motif that stands for each: `motif: word, word`. */
export const CHINESE = `
octopus: 章鱼, 八爪鱼
anatomical-heart: 心脏, 心跳
red-heart: 爱心, 爱情, 爱, 心
drop-of-blood: 血液, 血
brain: 大脑, 脑, 记忆, 意识
lungs: 肺, 呼吸
bone: 骨头, 骨骼
eye: 眼睛, 眼
ear: 耳朵
tooth: 牙齿, 牙
flexed-biceps: 肌肉, 力量
cell: 细胞
dna: 基因, 遗传
microbe: 细菌, 病毒, 微生物
pill: 药, 药物
syringe: 疫苗
stethoscope: 医生, 医学
panda: 熊猫, 大熊猫
dog: 狗, 小狗
cat: 猫, 小猫
bird: 鸟, 小鸟
fish: 鱼
shark: 鲨鱼
spouting-whale: 鲸鱼, 鲸, 蓝鲸
dolphin: 海豚
jellyfish: 水母
turtle: 乌龟, 海龟
penguin: 企鹅
elephant: 大象, 象
lion: 狮子
tiger: 老虎, 虎
bear: 熊
polar-bear: 北极熊
wolf: 狼
fox: 狐狸
rabbit: 兔子
monkey: 猴子
horse: 马
cow: 牛, 奶牛
pig: 猪
ewe: 羊
camel: 骆驼
chicken: 鸡
duck: 鸭子, 鸭
frog: 青蛙
snake: 蛇
honeybee: 蜜蜂
butterfly: 蝴蝶
ant: 蚂蚁
spider: 蜘蛛
dragon: 龙
sauropod: 恐龙
owl: 猫头鹰
eagle: 老鹰, 鹰
bat: 蝙蝠
mouse: 老鼠
giraffe: 长颈鹿
kangaroo: 袋鼠
sunflower: 花, 花朵, 向日葵
deciduous-tree: 树, 大树
seedling: 植物, 种子, 发芽
leaf-fluttering-in-wind: 叶子, 树叶
mushroom: 蘑菇
cactus: 仙人掌
sun: 太阳, 阳光
crescent-moon: 月亮, 月球
star: 星星
ringed-planet: 行星, 土星
globe-showing-asia-australia: 地球, 世界
rocket: 火箭, 飞船
satellite: 卫星
astronaut: 宇航员, 航天员
telescope: 望远镜
black-hole: 黑洞
cloud: 云
cloud-with-rain: 雨, 下雨
high-voltage: 闪电, 电
snowflake: 雪, 雪花
rainbow: 彩虹
fire: 火, 火焰
droplet: 水, 水滴
water-wave: 波浪, 海浪
volcano: 火山
mountain: 山
rock: 石头, 岩石
gem-stone: 钻石, 宝石
bread: 面包
cooked-rice: 米饭, 大米
steaming-bowl: 面条, 面
hot-beverage: 咖啡, 茶
teapot: 茶壶
red-apple: 苹果
banana: 香蕉
hot-pepper: 辣椒
cheese-wedge: 奶酪
egg: 鸡蛋, 蛋
candy: 糖, 糖果
chocolate-bar: 巧克力
glass-of-milk: 牛奶
honey-pot: 蜂蜜
salt: 盐
money-bag: 钱, 金钱, 财富
coin: 硬币, 金币, 黄金
bank: 银行
chart-increasing: 经济, 股票, 增长
robot: 机器人, 人工智能
laptop: 电脑, 计算机
mobile-phone: 手机
globe-with-meridians: 互联网, 网络
light-bulb: 灯泡, 想法, 主意, 发明
battery: 电池
magnet: 磁铁
gear: 机器, 齿轮
atom-symbol: 原子, 量子
test-tube: 化学, 实验
microscope: 显微镜, 实验室
scientist: 科学家
books: 书, 书籍, 知识
school: 学校
teacher: 老师
student: 学生
pencil: 铅笔
musical-notes: 音乐, 歌
guitar: 吉他
musical-keyboard: 钢琴
soccer-ball: 足球
basketball: 篮球
trophy: 冠军, 胜利, 成功
person-running: 跑步
automobile: 汽车, 车
locomotive: 火车
airplane: 飞机
ship: 船, 轮船
bicycle: 自行车
house: 房子, 家
office-building: 大楼, 摩天大楼
castle: 城堡
brick: 长城, 墙
pyramid: 金字塔
lighthouse: 灯塔
bridge: 桥
hourglass-done: 时间
alarm-clock: 钟, 闹钟
bed: 床, 睡觉, 睡眠
thought-balloon: 梦, 做梦
key: 钥匙
old-key: 秘密
locked: 锁, 安全
red-question-mark: 问题, 为什么
warning: 危险
crown: 国王, 皇帝, 王冠
shield: 战争, 士兵
envelope: 信, 邮件
baby: 婴儿, 宝宝
child-standing: 孩子
people: 人们, 人类
smiling-face-with-smiling-eyes: 快乐, 开心, 幸福
crying-face: 悲伤, 难过, 哭
angry-face: 生气, 愤怒
astonished-face: 惊讶
compass: 指南针
camera: 相机, 照片
wrapped-gift: 礼物
party-popper: 节日, 庆祝
scroll: 历史
kite: 风筝
umbrella-with-rain-drops: 雨伞, 伞
lotion-bottle: 防晒霜, 面霜, 护肤品, 乳液, 洗发水
chess-pawn: 象棋, 国际象棋, 棋盘, 棋子, 下棋
princess: 王后, 女王
fish: 三文鱼, 鲑鱼, 金枪鱼
beaver: 河狸
luggage: 行李箱, 行李
airplane: 航班, 机场
fork-and-knife-with-plate: 吃饭, 晚餐, 午餐, 早餐, 食物, 饭菜
kitchen-knife: 刀, 菜刀
cooking: 平底锅, 炒菜
pot-of-food: 汤, 锅
oven: 烤箱
wine-glass: 葡萄酒, 红酒
beer-mug: 啤酒
hot-beverage: 绿茶, 红茶, 热茶
birthday-cake: 蛋糕, 生日
door: 门
window: 窗户, 窗
mirror: 镜子
chair: 椅子
couch-and-lamp: 沙发
ladder: 梯子
elevator: 电梯
package: 箱子, 包裹, 快递, 纸箱
wastebasket: 垃圾
credit-card: 信用卡, 礼品卡, 银行卡
receipt: 账单, 发票
envelope: 短信, 消息, 电子邮件
mobile-phone: 验证码, 智能手机
telephone: 电话
locked: 密码
television: 电视
anchor: 锚
running-shoe: 鞋, 鞋子
t-shirt: 衣服, 衬衫
dress: 裙子
wedding: 婚礼, 结婚, 新娘, 新郎
ring: 戒指, 求婚
office-worker: 老板, 员工
health-worker: 护士
police-officer: 警察
cook: 厨师
farmer: 农民
judge: 法官, 法院
artist: 画家, 艺术家
woman-standing: 女人, 妈妈, 母亲
man-standing: 男人, 爸爸, 父亲
old-man: 爷爷
old-woman: 奶奶
foot: 脚
flexed-biceps: 力气
nose: 鼻子, 气味, 闻到
mouth: 嘴, 嘴巴, 嘴唇
face-screaming-in-fear: 恐惧, 害怕
pensive-face: 孤独, 寂寞
skull: 死亡
ghost: 鬼, 幽灵
high-voltage: 一道闪电, 雷电
soap: 肥皂
toothbrush: 牙刷
shower: 洗澡, 淋浴
broom: 扫帚
newspaper: 报纸, 新闻
handshake: 合同, 协议
balance-scale: 法律, 正义
world-map: 地图
chart-increasing: 股市
`;
